package id.aglis.portal.engineio;

/** A session that has been opened over polling, and the two requests its client makes. */
abstract class PolledSession {

    final RecordingListener listener = new RecordingListener();
    final TestEngine engine = new TestEngine(EngineConfig.defaults(), listener);
    final Session session = engine.open(Transport.POLLING, RecordingLink.poll());

    RecordingLink poll() {
        RecordingLink poll = RecordingLink.poll();
        session.poll(poll);
        return poll;
    }

    LinkEnd push(String body) {
        return session.push(body, LinkEnd.OK);
    }
}
