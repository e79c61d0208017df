"""Speed, memory and quality measurements that anyone can rerun."""
