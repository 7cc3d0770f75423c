package id.aglis.portal.tickets;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.stream.Stream;

/** Keeps a priority as its rank. */
@Converter
public class PriorityRank implements AttributeConverter<TicketPriority, Integer> {

    @Override
    public Integer convertToDatabaseColumn(TicketPriority priority) {
        return priority == null ? null : priority.rank();
    }

    @Override
    public TicketPriority convertToEntityAttribute(Integer rank) {
        return Stream.of(TicketPriority.values()).filter(priority -> rank != null && priority.rank() == rank).findFirst().orElse(null);
    }
}
