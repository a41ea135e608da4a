"""What the page says of generative and discriminative models."""


def fewer_data_suffice(rows):
    """Gaussian classes, 20 samples: the gain is over 4 standard errors."""
    for d in (2, 5):
        few = rows.where(setting="gaussian", d=d, N=20)
        assert few["difference"][0] > 4 * few["error"][0]


def with_many_the_gain_is_gone(rows):
    """Gaussian classes, 400 samples: the gain is below a tenth of a point."""
    many = rows.where(setting="gaussian", N=400)
    assert (abs(many["difference"]) < 0.1).all()


def ten_samples_are_too_few_for_five_features(rows):
    """Gaussian classes, d = 5, N = 10: the discriminative model is ahead."""
    few = rows.where(setting="gaussian", d=5, N=10)
    assert few["difference"][0] < -2 * few["error"][0]


def no_more_robust_to_wrong_labels(rows):
    """With wrong labels the gain at 20 samples is no larger than without."""
    right = rows.one("difference", setting="gaussian", d=2, N=20)
    wrong = rows.one("difference", setting="noisy labels", d=2, N=20)
    assert wrong < right + 0.05


def a_wrong_density_stays_wrong(rows):
    """With far samples it is over 3 points worse, even with 400 samples."""
    far = rows.where(setting="far samples")
    assert (far["difference"] < -3).all()
