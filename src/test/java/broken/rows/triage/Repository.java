package broken.rows.triage;

interface Repository extends org.springframework.data.repository.Repository<String, Long> {}
