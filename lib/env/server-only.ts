// Stands in for the package of this name outside of Next, where there is no browser to keep out.
