"""The pages of the window: each a folder, each made from a Seat."""
