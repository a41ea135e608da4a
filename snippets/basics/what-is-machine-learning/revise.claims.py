"""What the page says of the five forecasts."""


def a_line_is_worse_than_copying(rows):
    """Yesterday's line is behind copying last week in nearly all series."""
    assert rows.one("behind_the_copy", forecast="yesterday") >= 9


def seven_days_beat_the_copy(rows):
    """Seven days are behind the copy in next to no series."""
    assert rows.one("behind_the_copy", forecast="seven days") <= 1


def the_weekday_beats_seven_days(rows):
    """The range of the weekday lies below that of seven days."""
    weekday = rows.one("highest", forecast="yesterday and weekday")
    assert weekday < rows.one("lowest", forecast="seven days")
