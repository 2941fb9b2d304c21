"""The vault: an SQLCipher file that is only ever added to."""
