"""What the page says of the strength of the penalty on synthetic Pokémon."""


def the_training_error_rises(rows):
    """The median training error never falls as the strength grows."""
    for samples in (16, 60):
        training = rows.where(samples=samples)["training"]
        assert (training[1:] >= 0.99 * training[:-1]).all()
        assert training[-1] > 5 * training[0]


def few_samples_need_it(rows):
    """With 16 samples the best strength saves a quarter of the test error."""
    test = rows.where(samples=16)["test"]
    assert test.min() < 0.75 * test[0]
    assert rows.where(samples=16)["lambda"][test.argmin()] in (0.001, 0.01, 0.1)


def many_samples_do_not(rows):
    """With 60 samples no strength gains a twentieth of the test error."""
    test = rows.where(samples=60)["test"]
    assert test.min() > 0.95 * test[0]


def a_wrong_strength_hurts(rows):
    """With 60 samples a strength of 1 nearly doubles the median test error."""
    none, one = (rows.one("test", samples=60, **{"lambda": s}) for s in (0, 1))
    assert one > 1.8 * none


def the_best_penalty_is_no_right_feature(rows):
    """With 16 samples the best strength errs twice as far as 60 with none."""
    few = rows.where(samples=16)["test"].min()
    assert few > 2 * rows.one("test", samples=60, **{"lambda": 0})
