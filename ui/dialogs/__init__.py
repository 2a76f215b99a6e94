"""The dialogs of acts: one file each; they show what will be recorded and decide nothing."""
