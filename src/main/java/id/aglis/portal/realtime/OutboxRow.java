package id.aglis.portal.realtime;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A publication at rest. Rooms are separated by blanks, which no room name contains. */
@Entity
@Table(name = "outbox")
@SequenceGenerator(name = "outbox_seq", sequenceName = "outbox_seq", allocationSize = 1)
public class OutboxRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "outbox_seq")
    private Long position;
    @Column(name = "event_id")
    private String id;
    @Enumerated(EnumType.STRING)
    private Publication.Action action;
    private String rooms;
    @Column(name = "except_rooms")
    private String except;
    private String name;
    private String body;
    @Column(name = "created_at")
    private Instant createdAt;

    protected OutboxRow() {
    }

    OutboxRow(Publication publication, Instant createdAt) {
        this.id = publication.id();
        this.action = publication.action();
        this.rooms = String.join(" ", publication.rooms());
        this.except = String.join(" ", publication.except());
        this.name = publication.name();
        this.body = publication.body();
        this.createdAt = createdAt;
    }

    Publication publication() {
        return new Publication(id, action, names(rooms), names(except), name, body);
    }

    private static List<String> names(String joined) {
        return Arrays.stream(joined.split(" ")).filter(name -> !name.isEmpty()).toList();
    }
}
