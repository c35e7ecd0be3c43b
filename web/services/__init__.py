"""What pages need, made from the three packages' public faces, files and repositories."""
