"""What the process that is measured and who starts it call the same."""

OTHER = "other"  # the folder of the pair that is opened after the first
MARKS, RIBBONS = "marks", "ribbons"
START = "start to painted comparison, ms"
