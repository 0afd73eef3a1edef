package broken.rows.store;

import jakarta.persistence.Entity;

@Entity
class BystanderRow {}
