// Support for all tests.
