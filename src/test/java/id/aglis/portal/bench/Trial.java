package id.aglis.portal.bench;

import java.util.List;

/** Plays one scenario against a fresh server, warm-up included. */
interface Trial {

    List<Figure> run(Target target, Extent extent) throws Exception;
}
