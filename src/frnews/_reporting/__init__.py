"""What reports speech in a sentence: its marks, its cues and frames, and what stands between them and who speaks."""
