package id.aglis.portal.web;

import id.aglis.portal.Refusal;
import id.aglis.portal.Refusal.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Constraints of request records become the same document as refusals of use cases, naming each field by its JSON path. */
@Provider
public class ConstraintMapper implements ExceptionMapper<ConstraintViolationException> {

    @Override
    public Response toResponse(ConstraintViolationException violated) {
        List<Violation> violations = violated.getConstraintViolations().stream()
                .map(ConstraintMapper::violation)
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                .toList();
        return new RefusalMapper().toResponse(Refusal.invalid(violations));
    }

    private static Violation violation(ConstraintViolation<?> violation) {
        List<String> names = new ArrayList<>();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PROPERTY) {
                names.add(node.getName());
            }
        }
        return new Violation(names.isEmpty() ? "body" : String.join(".", names), violation.getMessage());
    }
}
