from __future__ import annotations

import pytest

from desktop.report.model import Report
from desktop.ui.titles import full_title


@pytest.mark.parametrize(
    ("title", "body", "told"),
    [
        ("政府工作报告", "云川区", "云川区2031年政府工作报告"),
        ("2031年云川区政府工作报告", "云川区", "2031年云川区政府工作报告"),
        ("2031年云川政府工作报告", "云川区", "2031年云川政府工作报告"),
        ("2031年广西政府工作报告", "广西壮族自治区", "2031年广西政府工作报告"),
        ("2031年内蒙古政府工作报告", "内蒙古自治区", "2031年内蒙古政府工作报告"),
        ("2031年江县政府工作报告", "江市", "江市2031年江县政府工作报告"),
        ("", "云川区", "云川.docx"),
    ],
)
def test_a_title_has_the_place_and_the_year_that_it_lacks(title: str, body: str, told: str) -> None:
    report = Report("", title=title, body=body, year=2031, source="reports/云川.docx")
    assert full_title(report) == told
