"""Sentences of a plan that tell how things are, were or hang together: they promise nothing."""

from __future__ import annotations

import re

# What only tells: that something has come about, is under way or stands in the way; what a thing
# is; what follows from what. Each way begins with a character of its own: these are looked for
# five times as fast.
_TELLS = re.compile(
    r"了(?<![为除罢终明]了)(?![解不然之断结却就多什])"
    r"|已(?:经(?![^,;:]{1,16}的)|基本|由|从|成为|进入|全面铺开)"
    r"|正[在处沿朝](?![^,;]{1,8}的)|仍[然有处](?![^,;]{1,8}的)|依然(?![^,;]{1,8}的)|尚未(?![^,;]{1,8}的)"
    r"|没有(?:变|[^;:]{2,40}[便就]没有)"
    r"|面临(?:着|不少|许多|诸多|多重|的(?:形势|任务|挑战|困难|环境))"
    r"|存在着?(?:不少|许多|一些|很多)"
    r"|突出(?<=[分为常其当]突出)[,。;]|繁重(?<=[分为常其当]繁重)[,。;]|艰巨(?<=[分为常其当]艰巨)[,。;]"
    r"|困难(?<=[分为常其当]困难)[,。;]|复杂(?<=[分为常其当]复杂)[,。;]|严[峻重](?<=[分为常其当]严.)[,。;]"
    r"|具有[^,;:的]{0,6}(?:重要|重大|十分|特殊|深远|关键|决定)[^,;:]{0,12}(?:意义|作用|影响|地位)[。;]?$"
    r"|只有[^;:]{2,60}才|势必|就会"
    r"|是(?<=,是)(?!今年)[^,;]{2,40}[。;]?$|事关(?<=,事关)[^,;]{2,40}[。;]?$|关乎(?<=,关乎)[^,;]{2,40}[。;]?$"
)
# Another time, at the beginning or after the first words.
_TIME = re.compile(
    r"近(?<![^,]近)(?:几|[两三四五])年|前几年(?<![^,]前几年)|不久(?<![^,]不久)以?前|最近(?<![^,]最近)"
    r"|过去(?<![^,]过去)|目前(?<![^,]目前)|现在(?<![^,]现在)|以来,|年来(?<=[一二三四五六七八九十]年来)"
)
LONGEST_OPENING = 16
# How sentences open that tell of what was just said, of a case or an example, of whose task it is.
_OPENING = re.compile(
    r"这(?:样做?|[个种两既为五几条也]|不[仅但])|它|他们|那|如果|不然|例如|比如|所以|因此|"
    r"(?:主办|责任|牵头|配合|承办|协办)(?:单位|部门):"
)
# 要 that says what shall be, and is no part of 重要, 需要, 要求.
SHALL = r"要(?<![主重需只想首纲紧]要)(?![求素闻点害件么塞领道])"
# A word that something is to be done: with it the sentence may promise whatever else it tells.
_TO_DO = re.compile(
    rf"{SHALL}|"
    r"(?<![供效适响相反])应(?![用对急])|将|必须|须|需(?!求)|务必|"
    r"不[能得许]|严禁|禁止|今后|允许|力争|争取|确保"
)


def only_tells(sentence: str) -> bool:
    """Say whether the narrowed sentence tells something and says of nothing that it be done."""
    tells = (
        _TELLS.search(sentence)
        or _OPENING.match(sentence)
        or _TIME.search(sentence, 0, LONGEST_OPENING)
    )
    return tells is not None and _TO_DO.search(sentence) is None
