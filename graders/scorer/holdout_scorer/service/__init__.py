"""Template `service`: a model that runs as a system, judged by driving it over HTTP."""
