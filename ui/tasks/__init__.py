"""Work off the UI thread: one writer, a few readers, callbacks on the UI thread."""
