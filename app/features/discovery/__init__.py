"""What machines find the site by: site map, robots.txt and llms.txt."""
