//! Strings in, strings out.
//! Floor 1. Uses: nothing.
