package doppelpass.database;

/** How the embedded PostgreSQL is configured; {@link Durability} checks the part that guards the data. */
final class PostgresSettings {
    static final String ACCESS = """
            # written at every start: only this machine, only with the password
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private PostgresSettings() {}

    static String configuration(int port) {
        return """
                # written at every start
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                max_connections = 60
                shared_buffers = '256MB'
                work_mem = '24MB'
                maintenance_work_mem = '128MB'
                max_wal_size = '2GB'
                checkpoint_timeout = '15min'
                random_page_cost = 1.1
                jit = off
                timezone = 'UTC'
                log_timezone = 'UTC'
                logging_collector = on
                log_filename = 'postgresql-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = '1d'
                log_rotation_size = '20MB'
                """.formatted(port);
    }
}
