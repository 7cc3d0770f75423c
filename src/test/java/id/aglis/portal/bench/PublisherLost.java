package id.aglis.portal.bench;

/** The server has closed the connection of the publisher. */
final class PublisherLost extends RuntimeException {

    PublisherLost(String reason) {
        super("The server closed the connection of the publisher: " + reason + ".");
    }
}
