"""A fine-tuned transformer as the entity recogniser of a spaCy pipeline, without torch: encoding, windows, decoding."""
