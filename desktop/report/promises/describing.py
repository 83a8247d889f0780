"""Sentences of a plan that describe how things are, were or hang together: they promise nothing."""

from __future__ import annotations

import re

from desktop.report.structure.topics import IN_CHARGE, gives_reason, is_order

# What a figure or a document takes into account: it explains what was set.
# Each way begins with a character of its own: these are looked for five times as fast.
_EXPLAINS = re.compile(
    r"考虑了|兼顾了|突出了|体现了|明确了|方面的?考虑[,:。]|"
    r"是(?<!这是)(?:十分)?(?:必要|适宜|适当|可行|合理|稳妥|安全)的|"
    r"纲要[^,;]{0,6}》[^;]{0,40}(?:细化|提出|安排|设置|确定)了?[^,;]{0,8}\d+[项个][^,:]{0,24}$|这里重点报告"
)
# 6%左右的预期增长目标与发展潜力相符. 提出这些目标,既积极又稳妥.
_SET = re.compile(
    r"\d[^,;。]{1,8}的(?:预期|经济|增长)+目标|(?:提出|确定|设定)?(?:这些|上述)(?:预期)?目标,"
)
# 要 that says what shall be, and is no part of 重要, 需要, 要求.
SHALL = r"要(?<![主重需只想首纲紧]要)(?![求素闻点害件么塞领道案])"
SHOULD = r"(?<![供效适响相反回])应(?![用对急届邀收税]|有的)"
# How sentences open that set the scene, give the reason or lead in. What may begin with anything
# stands apart below: each of these begins with characters of its own, and is left at once.
_SCENE = re.compile(
    # when: 过去一年,…, unless what is coming follows; a time that is such and such
    rf"(?:过去一年|一年来|近年来|多年来|长期以来|去年)(?!.*(?:{SHALL}|将|今年))|(?:今年|明年)(?:,?我们)?将(?:召开|迎来)|"
    r"(?:(?:今后|未来)[一二三四五]年|.[一二三四五六七八九十]{2,3}.(?:时期|期间))[^;]{0,40}?是[^;]{0,60}?(?:期|五年|阶段)[,。]|"
    r"进入新|新征程|当今|展望|做好(?:今年|20\d\d年|明年|全年).{0,8}工作|"
    # where, and who speaks to whom
    r"世界|国际(?!收支)|全球|主要发达|各位代表[,:!]|(?:特别是|同时,?|但)?(?:我们(?:有|坚(?![持决定])|深)|困难|我国(?!.*(?:"
    rf"{SHALL}|将|必须|推动|应)))|"
    # what is seen, weighed, hoped for or summed up
    r"(?:我们|同时|特别是|,)*[既更也还]?(?:要|应当?)看到|必须(?:清醒|牢记|看到)|从.{1,12}(?:看|说)|综合(?:分析|各方面)|"
    # whose care the work rests on, and what it is trusted in
    r"(?:党中央|国务院|[省市区县州][委政])[^,;]{0,24}高度重视|"
    r"(?:同时,?|但|特别是)?(?:我们|我[省市区县州])也?还?(?:具备|拥有|素有|正(?!确))|我们的(?:信心|底气|意志|态度|优势)|"
    r"只要|希望(?![工小])|实践|事实|总的|敢不敢|敢于|"
    # what was just said, what follows, what it is about
    r"上述|以上(?!率下|[^,]{0,8}实事)|实现(?:这些|上述)|这[是次些一会里与就]|"
    r"关于[^,;]{2,24}[。;]?$|《纲要.{0,12}(?:聚焦|突出|拟定|提出了|主要)"
)
# Whose visit or care the work rests on, and what is coming next.
_VISITED = re.compile(
    r"(?:[^,;]{2,10},)?(?:有?习近平)?总书记(?![^,;]*(?:精神|要求))"
    r"[^,;]{0,24}(?:亲临|亲自|视察|考察|寄予|掌舵|高度重视)"
)
_FOLLOWING = re.compile(r".{0,10}(?:以下|如下|下列)[几工方任重]")
# How sentences open that say how things stand; in some, somebody shall do something about it.
_STANDING = re.compile(r"当前|在新的|(?:今年|20\d\d年|明年)是|我国(?:发展|仍|经济|有|拥有|正)")
# A subject and what it is: 就业是民生之本. It states, it does not promise.
_IS = re.compile(
    r"(?!坚持|要|牢固|目标)[^,;:]{1,24}是(?<![不就凡还]是)(?<!特别是)(?<!尤其是)(?<!重点是)(?<![目指]标是)"
    r"(?<![无不]论是)(?<!实事求是)(?!非|否|今年的一项)"
    r"|[^,;:]{2,20}(?:事关(?<!一批事关)|关乎|连着|在于|贵在)"
    r"|(?!坚持|要|牢固|我们要)[^,;:]{2,20}就是(?!金山)[^,]"
    r"|[^;:]{4,40},(?:既|这将?)?是[^,;:]{2,30}(?:[关之].|根本|使命|重托|嘱托|期待|生命线|要求|愿望|资源|优势|成就|保障|基础|前提|动力|支撑|一年|政策|潜力|信心|底气|[实观]需要)(?:所在)?[,。;]"
    r"|[^;:]{2,40}既是[^,;:]{2,30},?(?:也|更|又)是"
    r"|[^;:]{2,30}(?:承载着?|寄托着?|符合)[^,;:]{2,24}(?:期盼|希望|未来|利益|规律|实际)[,。;]"
)
# 当务之急是疏通渠道: what a thing comes down to is something to be done.
_COMES_DOWN_TO = re.compile(
    rf"[^,;:]{{0,20}}(?:关键|当务之急|[重根][要本]的|措施|重点任务|环节|着力点),?(?:仍然)?是[,:]?(?:{SHALL}|必须|(?P<order>.*))"
)
# 食品安全是大事,必须健全监管体制: how things are, and what will be done for it. 必须坚持…… is a
# principle.
_THEREFORE = re.compile(
    rf",[^,;:越是]{{0,10}}?(?:{SHALL}(?!实现)|必须(?!坚持|牢牢|始终|树立|依靠|全心)|{SHOULD})(?P<order>[^;]{{8,30}})|,(?:力争|今后[^,;]{{0,16}}将)"
    rf"|(?:当前,?|在新的[^,;:]{{1,6}},|,(?:我们|各[级地部方]|全[党国社省市县区]))[^,;:]{{0,10}}{SHALL}"
)
# 我县有30万亩茶园,要打响品牌: what is there already, and what shall come of it.
_PREMISE = re.compile(
    r"我[国省市区县州旗](?!将|拟|力争|计划|争取|确保)|全[国省市区县州旗]现?有|目前|现在"
)
_ASKED = re.compile(rf",[^,;:]{{0,8}}?(?:{SHALL}|必须)")
_COPULA = re.compile(r"是|事关|关乎|连着|在于|贵在|承载|寄托|符合")  # what each of those holds
# What only describes: that something has come about, is under way or stands in the way; what a
# thing is; what follows from what. Each way begins with a character of its own, see above.
_DESCRIBES = re.compile(
    r"了(?:(?<=作了)|(?<![为除罢终明]了)(?![解不然之断结却就多什]))|部署(?<=进行(?:全面|系统|具体)部署)"
    r"|已(?:经(?![^,;:]{1,16}的)|基本|由|从|成为|进入|全面铺开)"
    r"|正[在处沿朝](?![^,;]{1,8}的)|仍[然有处](?![^,;]{1,8}的)|依然(?![^,;]{1,8}的)|尚未(?![^,;]{1,8}的)"
    r"|功在[当千]|利在千秋|离(?<!个离)不开|刻不容缓|至关重要[,。;]|出路(?:仍然?)?在"
    r"|则(?<=[强兴稳旺富]则)[^,;]{2,12}[强兴稳旺富][,。;]"
    r"|没有(?:变|[^;:]{2,40}[便就]没有)"
    r"|面临(?:着|不少|许多|诸多|多重|的(?:形势|任务|挑战|困难|环境))"
    r"|存在着?(?:不少|许多|一些|很多)"
    r"|突出(?<=[分为常其当]突出)[,。;]|繁重(?:的?[,。;]|而)|艰巨(?:复杂)?(?:的?[,。;]|而)|考验着"
    r"|困难(?<=[分为常其当]困难)[,。;]|复杂(?<=[分为常其当]复杂)[,。;]|严[峻重](?<=[分为常其当]严.)[,。;]"
    r"|具有[^,;:的]{0,6}(?:重要|重大|十分|特殊|深远|关键|决定)[^,;:]{0,12}(?:意义|作用|影响|地位)[。;]?$"
    r"|只有[^;:]{2,60}才|势(?:必|在必行)|就[会能]|就可以(?<=,就可以)"
    r"|是(?<=,是)(?!今年)[^,;]{2,40}(?:,[也更又]是[^,;]{2,40})?[。;]?$|肩负着|事关(?<=,事关)[^,;]{2,40}[。;]?$|关(?:乎(?<=,关乎)[^,;]{2,40}[。;]?$|键(?:在[于人]|(?<=[的是]关键)[。;]?$))"
)
# What is wanting, or grows worse, at the end: 工艺不强, 矛盾更加突出.
WANTING = (
    "不强 不足 不够 不稳 不稳固 不牢固 不协调 不平衡 不合理 不健全 不到位 不完善 不适应 不充分 "
    "亟待解决 薄弱 滞后 乏力 严重 易发多发 并存 过旺 过多 过紧 过快 过剩"
)
GROWS = "加大 增大 增加 扩大 增多 上升 凸显 突出 加剧"
_WANTING, _GROWS = tuple(WANTING.split()), frozenset(GROWS.split())
_LAST_WORDS = _GROWS | {ending[-2:] for ending in _WANTING}  # to look for those first is quick
_WORSE = re.compile(r"(?:问题|难度|压力|风险|差距|矛盾|困难)[^,;:]{0,6}..$")
LONGEST_WORSE = 10
# Another time, at the beginning or after the first words.
_TIME = re.compile(
    r"近(?<![^,]近)(?:几|[两三四五])年|前几年(?<![^,]前几年)|不久(?<![^,]不久)以?前|最近(?<![^,]最近)"
    r"|过去(?<![^,]过去)|目前(?<![^,]目前)|现在(?<![^,]现在)|以来,|年来(?<=[一二三四五六七八九十]年来)"
)
LONGEST_OPENING = 16
# How sentences open that speak of what was just said, of a case or an example, of whose task it is.
_OPENING = re.compile(
    r"来自|这(?:样|[个种两既为五几条也]|不[仅但])|它|他们|那[个些种时样]|如果|不然|例如|比如|所以|因此|"
    rf"{IN_CHARGE}"
)
# 如果不改革,就会停滞: what comes of it if nothing is done; what cannot be is no ban there.
_WARNS = re.compile(
    r"(?:如果?不|不(?![断折仅但管论准许])|没有|否则|一旦|听任)[^;:]{2,80}?"
    r"(?:就(?:会|不可?能|不得不|没有|难|失去|容易|上不去)|[,也]会|很难|不可能)"
)
_ORDERED = re.compile(rf"{SHALL}|{SHOULD}|必须|务必|我们[也都]?将|力争|确保")
# A word that something is to be done: with it the sentence may promise, whatever else it describes.
_TO_DO = re.compile(
    rf"{SHALL}|"
    rf"{SHOULD}|将|须|(?<![供内外])需(?!求)|务必|"
    r"不[能得许]|严禁|禁止|今后|允许|力争|争取|确保"
)


def premise(sentence: str) -> int:
    """Return how far the narrowed sentence says how things stand, for which it then asks more.

    >>> premise("我县有30万亩茶园,要打响品牌。"), premise("我县要建成30万亩茶园。")
    (9, 0)
    """
    if not _PREMISE.match(sentence):
        return 0
    asked = _ASKED.search(sentence)
    return asked.start() if asked else 0


def explains(sentence: str) -> bool:
    """Say whether the narrowed sentence gives the reason for what was set."""
    if sentence.startswith("主要") and gives_reason(sentence):  # to look for that first is quick
        return True
    if "目标" in sentence and _SET.match(sentence):
        return True
    return _EXPLAINS.search(sentence) is not None


def states(sentence: str) -> bool:
    """Say whether the narrowed sentence sets the scene, or says what a thing is and no more."""
    if _sets_the_scene(sentence):
        return True
    if not _STANDING.match(sentence):
        if not _COPULA.search(sentence) or not _IS.match(sentence):
            return False
        down = _COMES_DOWN_TO.match(sentence)
        if down and (down["order"] is None or is_order(down["order"])):
            return False
    return not any(
        found["order"] is None or is_order(found["order"])
        for found in _THEREFORE.finditer(sentence)
    )


def _sets_the_scene(sentence: str) -> bool:
    return bool(
        _SCENE.match(sentence)
        or ("总书记" in sentence and _VISITED.match(sentence))
        or ("下" in sentence and _FOLLOWING.match(sentence))
    )


def only_describes(sentence: str) -> bool:
    """Say whether the narrowed sentence describes, and says of nothing that it be done."""
    if _WARNS.match(sentence) and not _ORDERED.search(sentence):
        return True
    describes = bool(
        _DESCRIBES.search(sentence)
        or _OPENING.match(sentence)
        or ((words := sentence.rstrip("。;"))[-2:] in _LAST_WORDS and _is_wanting(words))
        or _TIME.search(sentence, 0, LONGEST_OPENING)
    )
    return describes and _TO_DO.search(sentence) is None


def _is_wanting(words: str) -> bool:
    """Say whether a sentence ends with what is wanting, or grows worse."""
    if words[-2:] in _GROWS:
        return _WORSE.search(words[-LONGEST_WORSE:]) is not None
    return words.endswith(_WANTING)
