package broken.rows.web;

import jakarta.persistence.Entity;

@Entity
class EntityRow {}
