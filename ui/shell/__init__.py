"""The frame of the window: appearance, navigation, actions, banner, prompts, crash report."""
