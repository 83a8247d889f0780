from __future__ import annotations

import pytest

from desktop.compare.links.contest import tellers
from desktop.report.model import Report
from desktop.report.parse import parse_report

HEADING = "政府工作报告\n一、2030年工作回顾\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "现在，我代表市人民政府报告工作，请予审议。",
        "向关心支持云川发展的各界人士表示衷心感谢！",
        "两份草案请大会审查。",
        "请各位代表、各位委员提出意见。",
        "请列席的各位委员提出意见。",
        "向云川的建设者致以崇高敬意和节日问候！",
        "向支持云川发展的各界朋友致以诚挚谢意！",
        "向一线工作人员致以节日问候！",
        "必须坚持实干为先，抓好每一个项目。",
        "一是必须坚持实干为先，抓好每一个项目。",
        "我们必须坚持实干为先，抓好每一个项目。",
        "只有坚持实干为先，云川才有未来。",
        "只要坚持实干为先，云川就有未来。",
        "五年的实践，使我们深切体会到实干的分量。",
        "回望五年，我们深切感到实干的分量。",
        "五年的实践充分证明，抓项目就是抓发展。",
        "五年的实践再次告诉我们，抓项目就是抓发展。",
        "五年的实践深刻启示我们，抓项目就是抓发展。",
        "就业的结构性矛盾仍然突出。",
        "部分企业的困难还不少。",
        "我们深刻认识到，做好政府工作要依靠群众。",
        "实践证明，抓项目就是抓发展。",
        "这是市委坚强领导的结果，是全市人民团结奋斗的结果。",
        "成绩来之不易，根本在于上级领航掌舵，也离不开市人大的监督支持。",
        "上级领导亲临云川考察，要求我们守护云川湖，给全市人民巨大鼓舞。",
        "向云川湖论坛发来贺信，为我们加强交流指明了方向。",
        "2030年是云川规划收官之年。",
        "2030年是云川爬坡过坎、筑牢根基的一年，也是产业提质、城乡焕新的一年。",
        "看病、上学等方面群众不满意的问题依然较多。",
        "云川湖治理任务十分艰巨。",
    ],
)
def test_ceremony_and_lessons_report_on_nothing(sentence: str) -> None:
    told = "云川大桥建成通车。"
    report = parse_report(Report(f"{HEADING}{told}{sentence}\n", year=2031))
    assert [statement.text for statement in tellers(report)] == [told]
