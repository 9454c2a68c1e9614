"""Who there is in an article: the people, bodies, groups and documents that it names, before anybody is linked."""
