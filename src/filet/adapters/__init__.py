"""What Filet touches: one package per outside thing, none of which knows another."""
