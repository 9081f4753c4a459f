// The specs of this project find their databases on the server that the run has started.
process.env.TEST_DATABASE_URL = process.env.TEST_POSTGRES_URL;
