//! Instants in, Persian dates out.
//! Floor 2. Uses: text.
