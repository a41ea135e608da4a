"""What the page says of own, shared and diagonal covariances."""


def more_features_help(rows):
    """With 140 samples own covariances gain over 8 points by six features."""
    two, six = (rows.one("own", features=d, N=140, data="new") for d in (2, 6))
    assert six - two > 8


def own_covariances_overfit(rows):
    """With 28 samples and six features the gap is over 18 points."""
    training, new = (
        rows.one("own", features=6, N=28, data=data)
        for data in ("train", "new")
    )
    assert training - new > 18


def sharing_wins_with_few_samples(rows):
    """With 28 samples and six features sharing wins over 3 points."""
    few = rows.where(features=6, N=28, data="new")
    assert few["shared"][0] - few["own"][0] > 3


def sharing_loses_with_many(rows):
    """With 1,400 samples and six features own covariances are ahead."""
    many = rows.where(features=6, N=1400, data="new")
    assert many["own"][0] - many["shared"][0] > 0.5


def naive_bayes_stops_learning(rows):
    """With 1,400 samples and six features it is last by over 2 points."""
    many = rows.where(features=6, N=1400, data="new")
    assert min(many["own"][0], many["shared"][0]) - many["naive"][0] > 2


def naive_bayes_is_no_worse_with_few(rows):
    """With 28 samples it is at most a point behind own covariances."""
    few = rows.where(features=6, N=28, data="new")
    assert few["naive"][0] > few["own"][0] - 1
