"""Classifiers by Bayes' rule: a density for each class."""

from chainrule.scratch.models.generative.bayes import (
    bayes_posterior,
    class_priors,
    log_evidence,
    log_posterior,
)
from chainrule.scratch.models.generative.bernoulli_nb import BernoulliNB
from chainrule.scratch.models.generative.gaussian import (
    gaussian_log_density,
    gaussian_mle,
)
from chainrule.scratch.models.generative.gaussian_nb import GaussianNB
from chainrule.scratch.models.generative.generative_classifier import (
    GenerativeClassifier,
)
from chainrule.scratch.models.generative.linear_discriminant_analysis import (
    LinearDiscriminantAnalysis,
    linear_scores,
)
from chainrule.scratch.models.generative.quadratic_discriminant_analysis import (
    QuadraticDiscriminantAnalysis,
)

__all__ = [
    "BernoulliNB",
    "GaussianNB",
    "GenerativeClassifier",
    "LinearDiscriminantAnalysis",
    "QuadraticDiscriminantAnalysis",
    "bayes_posterior",
    "class_priors",
    "gaussian_log_density",
    "gaussian_mle",
    "linear_scores",
    "log_evidence",
    "log_posterior",
]
