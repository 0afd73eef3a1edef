package broken.rows.store;

import org.springframework.data.repository.Repository;

interface InnocentRows extends Repository<BystanderRow, Long> {
    BystanderRow findFirst();
}
