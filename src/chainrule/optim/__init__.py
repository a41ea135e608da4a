"""Optimizers under torch.optim's names."""

from chainrule.optim.sgd import SGD
