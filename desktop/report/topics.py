"""Topic sentences: the unnumbered, run-in headings that open a paragraph.

加快建设制造强国。推动…… is a heading in a plan, 经济结构不断优化。消费…… in a review. They are told
by their form: short, no amounts, an order to begin with or a result at the end.
"""

from __future__ import annotations

import re

from desktop.text.span import Span

# Measured over the labelled reports: the longest run-in heading has 34 characters, the longest
# inside a paragraph 15.
LONGEST = 34
LONGEST_INSIDE = 16
SHORTEST = 4

# What a heading of a plan begins with.
_ORDERS = (
    "推进|推动|推行|加快|加速|加强|加大|加力|加密|深化|深入|强化|提升|提高|提振|优化|完善|健全|促进|坚持|坚定|坚决|落实|"
    "实施|建设|构建|构筑|打造|打好|打响|打赢|打通|培育|培养|壮大|扩大|保障|保持|改善|增强|增进|增加|发展|发挥|发扬|巩固|"
    "稳定|稳住|稳步|稳妥|支持|鼓励|引导|统筹|抓好|抓实|抓紧|狠抓|紧抓|做好|做优|做强|做大|做实|办好|办实|守牢|守住|守好|"
    "筑牢|严守|严格|严肃|防范|化解|聚焦|聚力|激发|激活|释放|拓展|拓宽|挖掘|攻坚|争取|争创|创新|创建|创造|弘扬|传承|"
    "丰富|繁荣|营造|夯实|织密|兜牢|兜住|补齐|补强|压实|全面|大力|着力|持续|积极|切实|扎实|进一步|努力|奋力|全力|竭力|"
    "合理|有序|有效|有力|充分|更加|更好|更大|更高|主动|精准|精心|科学|突出|注重|围绕|多措并举|多管齐下|多渠道|毫不|"
    "高质量|高标准|高水平|高效|高品质|高起点|解决|缓解|减轻|降低|确保|维护|治理|整治|建立|形成|塑造|回应|满足|关注|"
    "关爱|转变|改造|改革|开展|启动|树立|树牢|牢固|牢牢|始终|切牢|厉行|勇于|敢于|善于|恪守|践行|锤炼|锻造|淬炼|提速|"
    "提质|擦亮|擘画|绘就|唱响|谱写|厚植|延伸|拉动|拉长|畅通|疏通|贯通|联通|融入|对接|服务|协调|协同|倡导|普及|用好|用足|用活|"
    "管好|建好|建强|育强|招引|引进|引育|吸引|集聚|汇聚|凝聚|盘活|调整|调优|规范|简化|精简|取消|减少|清理|遏制|严防|"
    "严控|严查|从严|从快|从实|依法|依靠|坚守|继续|下大|多方|多点|全方位|全链条|全过程|全域|不断|尽快|尽力|"
    "千方百计|以更|以高|以绿|以科技|以改革|以人|以城|以简|以公正|以创新|以数|以文|以新|以大|以党|使|让|把|强|兴|优|稳|扩|促|增|保|建|育|抓|守|办|惠|富|护|补|拓|聚|提"
)
# What a heading of a review ends with.
_RESULTS = (
    "提高|提升|增强|改善|优化|完善|健全|深化|加强|强化|扩大|拓展|拓宽|加快|加速|加大|加力|推进|巩固|夯实|凸显|彰显|显现|"
    "显著|明显|突出|见效|有力|有效|有序|有方|有为|向好|趋好|转好|好转|恢复|回升|回暖|复苏|企稳|平稳|稳定|稳固|稳健|牢固|"
    "壮大|增长|发展|繁荣|丰富|丰富多彩|活跃|迸发|释放|激发|集聚|聚集|汇聚|形成|建成|完成|实现|落实|落地|落细|到位|达标|"
    "突破|进展|成效|成果|成就|成绩|步伐|台阶|局面|变化|变革|跃升|跃迁|攀升|提质|增效|提速|提标|提档|升级|转型|蝶变|焕新|"
    "攻坚|兜牢|兜实|扎实|充实|殷实|坚实|厚实|严实|务实|和谐|安定|安全|可控|健康|规范|科学|精细|精准|智慧|低碳|绿色|清朗|"
    "靓丽|宜居|便利|便捷|高效|廉洁|清廉|优良|良好|强劲|旺盛|充沛|充足|均衡|协调|融合|联动|共享|普惠|改进|改观|转变|"
    "进步|领先|前列|新高|新貌|风貌|面貌|增进|保障|畅通|贯通|延伸|布局|启动|铺开|展开|实施|开局|收官|起步|起势|成势|"
    "蓄势|发力|增势|势头|活力|动力|动能|韧性|底气|成型|成形|成熟|定型|确立|显效|奏效|见底|见真章|亮眼|喜人|佳绩|硕果|"
    "丰硕|丰收|丰产|满意|认可|肯定|好评|赞誉|受益|惠民|升温|升高|扩容|扩面|做大|做强|做优|增多|增加|下降|降低|减少|收窄|"
    "攻克|战胜|摘帽|脱贫|清零|出彩|精彩|纷呈|不断档|稳中有进|进中提质|稳中向好|稳中提质|五年|一年|新篇章|新篇|新步伐|新格局|"
    "新高地|新优势|新动能|新成就|深入人心|有声有色|多点开花|齐头并进|扎扎实实|井然有序|上新水平|更有力度"
)
_ORDER = re.compile(rf"(?:要)?(?:{_ORDERS})")
_RESULT = re.compile(rf"(?:{_RESULTS})$")
_MUST = re.compile(r"^.{3,14}要(?!求)")  # 积极的财政政策要加力提效

# What opens a paragraph and is never its heading.
_NEVER = re.compile(
    r"各位|同志们|主任|女士|今年[是,]|当前|目前|同时|此外|另外|在此|为此|因此|但|这[是一次些]|我们|我国|我省|我市|我区|"
    r"全[省市区国]上下|回顾|展望|总的|总之|总体|具体|主要|综合|一年来,|实践|事实|经验|面对|上述|以上|实现|做好今年|做好20|"
    r"今年(?:经济|工作|政府|发展|主要|全)|新的一年|明年|下半年|上半年,|20\d\d年|关于.*说明|请|以上|成绩|所有|一切|没有|"
    r"不忘|安不忘|思危|行百里|奋斗|蓝图|征程|时代|历史|使命|道阻|路虽|事虽|奋进|人民(?:就是|是)|民生(?:是|无小)|发展是|"
    r"就业是|问题是|从.*(?:看|说)|特别是|尤其|比如|例如|其中|其间|期间|随着|由于|如果|只有|只要|虽然|尽管|不过|然而|第一次"
)
_LEAD_IN = re.compile(
    r"(?:以下|如下|下列|几个|几方面|几点|方面)(?:工作|任务|重点|关系|要求)?$|工作$|[是为:有]$|如下"
)
_AMOUNT = re.compile(
    r"\d(?![.\d]*版)(?:(?!\").){0,6}(?:%|万|亿|个|家|项|条|座|元|公里|人)|\d{3,}(?!年)"
)
_COMMA = re.compile(r"[,，]")
_WORDS = re.compile(r"[* ]*(.*?)[。!?;.* ]*", re.DOTALL)


def topic_span(text: str, start: int, end: int) -> Span:
    """Return where the words are, without full stop and marks of bold type."""
    match = _WORDS.fullmatch(text, start, end)
    return Span(*match.span(1)) if match else Span(start, end)


def topic_text(sentence: str) -> str:
    """Return the sentence without its full stop and marks of bold type."""
    return topic_span(sentence, 0, len(sentence)).of(sentence)


def could_be_topic(sentence: str) -> bool:
    """Say whether the narrowed `sentence` has the form that every topic sentence has."""
    words = topic_text(sentence)
    return (
        SHORTEST <= len(words) <= LONGEST
        and sentence.rstrip("* ").endswith("。")
        and len(_COMMA.findall(words)) <= 1
        and not _AMOUNT.search(words)
        and not _NEVER.match(words)
        and not _LEAD_IN.search(words)
    )


def is_topic(sentence: str) -> bool:
    """Say whether the narrowed `sentence`, opening a paragraph, is a heading by its words."""
    words = topic_text(sentence)
    return could_be_topic(sentence) and bool(
        _ORDER.match(words) or _RESULT.search(words) or _MUST.match(words)
    )


def is_inner_topic(sentence: str) -> bool:
    """Say whether the sentence is a heading also within a paragraph: a subject and its result."""
    words = topic_text(sentence)
    return (
        len(words) <= LONGEST_INSIDE
        and could_be_topic(sentence)
        and not _COMMA.search(words)
        and not _ORDER.match(words)
        and bool(_RESULT.search(words))
    )
