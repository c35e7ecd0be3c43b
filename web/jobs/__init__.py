"""Long work outside the server: `pool` starts a process a job, `worker` is that process, `handlers` do it."""
