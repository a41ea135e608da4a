"""What surrounds the training loop."""

from chainrule.training.lr_range_test import RangeTest, lr_range_test
