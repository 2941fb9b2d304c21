"""Everything that an entry can say, by what it is about; ``filet.domain.kinds`` knows them all."""
