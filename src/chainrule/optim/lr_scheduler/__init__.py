"""Schedules under torch.optim.lr_scheduler's names."""

from chainrule.optim.lr_scheduler.linear_momentum import LinearMomentum
