"""Inputs of a form: one kind a file, all with a value, a buddy and a change signal."""
