"""What people see and touch. Widgets show a view and report an action; they hold no answer and store nothing."""
