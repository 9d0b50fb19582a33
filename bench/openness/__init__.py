"""A synthetic network of public bodies with its requests of three years, and what its pages cost."""
