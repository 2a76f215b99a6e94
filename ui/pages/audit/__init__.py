"""留痕: the record of every act, for the auditor's eyes."""
