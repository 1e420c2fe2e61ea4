CREATE TABLE agreements_agreement (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    name text NOT NULL,
    name_sort bytea NOT NULL,
    folded text NOT NULL,
    kind text NOT NULL,
    kept_on date,
    body uuid,
    about text,
    legal_basis text,
    responsible uuid,
    valid_to date,
    review_on date,
    replaces uuid,
    under uuid,
    rule text NOT NULL,
    report_to text,
    answer_days integer NOT NULL,
    state text,
    version_in_force integer,
    in_force_from date,
    warned date,
    edition integer NOT NULL,
    CONSTRAINT pk_agreements_agreement PRIMARY KEY (id)
);


CREATE TABLE agreements_withdrawn_meeting (
    meeting uuid NOT NULL,
    area uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    by uuid,
    CONSTRAINT pk_agreements_withdrawn_meeting PRIMARY KEY (meeting)
);


CREATE TABLE api_noted (
    id uuid NOT NULL,
    area uuid NOT NULL,
    type text NOT NULL,
    about uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_api_noted PRIMARY KEY (id)
);


CREATE TABLE api_webhook (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    name text NOT NULL,
    name_sort bytea NOT NULL,
    address text NOT NULL,
    types text NOT NULL,
    secret bytea NOT NULL,
    secret_before bytea,
    secret_before_until timestamp with time zone,
    site text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    failing_since timestamp with time zone,
    failures integer NOT NULL,
    rests_until timestamp with time zone,
    CONSTRAINT pk_api_webhook PRIMARY KEY (id)
);


CREATE TABLE disclosure_request (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    what text NOT NULL,
    received_on date NOT NULL,
    case_number text,
    "from" date,
    "to" date,
    bodies uuid[] NOT NULL,
    people uuid[] NOT NULL,
    words text,
    created_at timestamp with time zone NOT NULL,
    created_by uuid NOT NULL,
    answered_at timestamp with time zone,
    answered_by uuid,
    decided_by text,
    version integer NOT NULL,
    CONSTRAINT pk_disclosure_request PRIMARY KEY (id)
);


CREATE TABLE import_batch (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    name text NOT NULL,
    at timestamp with time zone NOT NULL,
    by uuid,
    CONSTRAINT pk_import_batch PRIMARY KEY (id)
);


CREATE TABLE mail_enclosure (
    id uuid NOT NULL,
    area uuid NOT NULL,
    name text NOT NULL,
    type text NOT NULL,
    bytes bytea NOT NULL,
    until timestamp with time zone NOT NULL,
    CONSTRAINT pk_mail_enclosure PRIMARY KEY (id)
);


CREATE TABLE mail_message (
    id uuid NOT NULL,
    area uuid NOT NULL,
    kind text NOT NULL,
    about uuid NOT NULL,
    by uuid NOT NULL,
    "to" text NOT NULL,
    to_name text NOT NULL,
    subject text NOT NULL,
    text bytea,
    created_at timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    attempts integer NOT NULL,
    problem text,
    after uuid,
    only_if_sent boolean NOT NULL,
    enclosures text NOT NULL,
    CONSTRAINT pk_mail_message PRIMARY KEY (id)
);


CREATE TABLE meetings_adjustment_comment (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    meeting uuid NOT NULL,
    item uuid,
    version integer NOT NULL,
    person uuid NOT NULL,
    name text NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_meetings_adjustment_comment PRIMARY KEY (id)
);


CREATE TABLE meetings_agenda_template (
    body uuid NOT NULL,
    area uuid NOT NULL,
    items text NOT NULL,
    CONSTRAINT pk_meetings_agenda_template PRIMARY KEY (body)
);


CREATE TABLE meetings_correction (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    meeting uuid NOT NULL,
    item text,
    words text NOT NULL,
    person uuid NOT NULL,
    name text NOT NULL,
    means text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_meetings_correction PRIMARY KEY (id)
);


CREATE TABLE meetings_evaluation (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    body uuid NOT NULL,
    year integer NOT NULL,
    last_day date NOT NULL,
    own text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    opened_by uuid NOT NULL,
    closed_at timestamp with time zone,
    CONSTRAINT pk_meetings_evaluation PRIMARY KEY (id)
);


CREATE TABLE meetings_meeting (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    body uuid NOT NULL,
    "on" date NOT NULL,
    start time without time zone,
    "end" time without time zone,
    place text,
    format text,
    minutes_kind text,
    case_number text,
    chair text,
    secretary text,
    adjusters text[] NOT NULL,
    adjusted_on date,
    document uuid,
    is_announced boolean NOT NULL,
    replaced_by uuid,
    in_record_since timestamp with time zone,
    acting_chair uuid,
    acting_secretary uuid,
    called_at timestamp with time zone,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    cancelled_at timestamp with time zone,
    frozen_as uuid,
    publication uuid,
    cancelled_for text,
    sequence integer NOT NULL,
    CONSTRAINT pk_meetings_meeting PRIMARY KEY (id)
);


CREATE TABLE meetings_read_text (
    meeting uuid NOT NULL,
    person uuid NOT NULL,
    version integer NOT NULL,
    area uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_meetings_read_text PRIMARY KEY (meeting, person, version)
);


CREATE TABLE meetings_series (
    id uuid NOT NULL,
    area uuid NOT NULL,
    body uuid NOT NULL,
    kind text NOT NULL,
    weekday text NOT NULL,
    every integer NOT NULL,
    nth integer NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    at timestamp with time zone NOT NULL,
    by uuid NOT NULL,
    CONSTRAINT pk_meetings_series PRIMARY KEY (id)
);


CREATE TABLE organisations_account (
    id uuid NOT NULL,
    name text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_organisations_account PRIMARY KEY (id)
);


CREATE TABLE organisations_area (
    id uuid NOT NULL,
    name text NOT NULL,
    slug text NOT NULL,
    region_code text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_organisations_area PRIMARY KEY (id)
);


CREATE TABLE organisations_kept_form (
    key_hash bytea NOT NULL,
    account uuid NOT NULL,
    person uuid NOT NULL,
    page text NOT NULL,
    target text NOT NULL,
    content bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_organisations_kept_form PRIMARY KEY (key_hash)
);


CREATE TABLE organisations_obeyed_logout (
    issuer text NOT NULL,
    jti text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_organisations_obeyed_logout PRIMARY KEY (issuer, jti)
);


CREATE TABLE organisations_organisation (
    id uuid NOT NULL,
    area uuid NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    name_sort bytea NOT NULL,
    code text,
    CONSTRAINT pk_organisations_organisation PRIMARY KEY (id)
);


CREATE TABLE plans_assignment (
    id uuid NOT NULL,
    kind text NOT NULL,
    text text NOT NULL,
    text_folded text NOT NULL,
    assignee text,
    assignee_person uuid,
    assignee_organisation uuid,
    assignee_role text,
    due text,
    due_last date,
    due_order date NOT NULL,
    state text NOT NULL,
    reported_at timestamp with time zone,
    address text,
    told_at timestamp with time zone,
    reminded_at timestamp with time zone,
    late_told_at timestamp with time zone,
    source_end integer NOT NULL,
    source_page integer,
    source_start integer NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    body uuid NOT NULL,
    meeting uuid NOT NULL,
    "on" date NOT NULL,
    item text,
    CONSTRAINT pk_plans_assignment PRIMARY KEY (id)
);


CREATE TABLE plans_deadline (
    id uuid NOT NULL,
    what text NOT NULL,
    what_folded text NOT NULL,
    date text NOT NULL,
    date_last date NOT NULL,
    source_end integer NOT NULL,
    source_page integer,
    source_start integer NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    body uuid NOT NULL,
    meeting uuid NOT NULL,
    "on" date NOT NULL,
    item text,
    CONSTRAINT pk_plans_deadline PRIMARY KEY (id)
);


CREATE TABLE plans_deferral (
    id uuid NOT NULL,
    what text NOT NULL,
    what_folded text NOT NULL,
    why text,
    "to" date,
    to_order date NOT NULL,
    matter uuid,
    thread text NOT NULL,
    state text NOT NULL,
    returned_to uuid,
    returned_on date,
    returned_as text,
    source_end integer NOT NULL,
    source_page integer,
    source_start integer NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    body uuid NOT NULL,
    meeting uuid NOT NULL,
    "on" date NOT NULL,
    item text,
    CONSTRAINT pk_plans_deferral PRIMARY KEY (id)
);


CREATE TABLE plans_withdrawn_meeting (
    meeting uuid NOT NULL,
    area uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    by uuid,
    CONSTRAINT pk_plans_withdrawn_meeting PRIMARY KEY (meeting)
);


CREATE TABLE public_feedback (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    text text NOT NULL,
    page text,
    mail text,
    at timestamp with time zone NOT NULL,
    handled_at timestamp with time zone,
    handled_by uuid,
    CONSTRAINT pk_public_feedback PRIMARY KEY (id)
);


CREATE TABLE public_subscription (
    id uuid NOT NULL,
    area uuid NOT NULL,
    mail text NOT NULL,
    body uuid,
    site text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    told_until timestamp with time zone,
    CONSTRAINT pk_public_subscription PRIMARY KEY (id)
);


CREATE TABLE search_block (
    area uuid NOT NULL,
    block integer NOT NULL,
    entries bytea NOT NULL,
    CONSTRAINT pk_search_block PRIMARY KEY (area, block)
);


CREATE TABLE search_entry (
    area uuid NOT NULL,
    number bigint NOT NULL,
    follows uuid NOT NULL,
    kind integer NOT NULL,
    thing uuid NOT NULL,
    body uuid,
    "on" date,
    title text NOT NULL,
    note text,
    text text NOT NULL,
    CONSTRAINT pk_search_entry PRIMARY KEY (area, number)
);


CREATE TABLE search_posting (
    area uuid NOT NULL,
    term integer NOT NULL,
    block integer NOT NULL,
    hits bytea NOT NULL,
    CONSTRAINT pk_search_posting PRIMARY KEY (area, term, block)
);


CREATE TABLE search_state (
    area uuid NOT NULL,
    epoch uuid NOT NULL,
    terms integer NOT NULL,
    CONSTRAINT pk_search_state PRIMARY KEY (area)
);


CREATE TABLE search_term (
    area uuid NOT NULL,
    number integer NOT NULL,
    stem text NOT NULL,
    shown text NOT NULL,
    CONSTRAINT pk_search_term PRIMARY KEY (area, number)
);


CREATE TABLE search_waiting (
    id uuid NOT NULL,
    area uuid NOT NULL,
    what integer NOT NULL,
    about uuid NOT NULL,
    CONSTRAINT pk_search_waiting PRIMARY KEY (id)
);


CREATE TABLE storage_history (
    area uuid NOT NULL,
    number bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by uuid,
    acted_for uuid,
    subject uuid NOT NULL,
    kind text NOT NULL,
    told text NOT NULL,
    salt bytea NOT NULL,
    payload_hash bytea NOT NULL,
    previous bytea NOT NULL,
    hash bytea NOT NULL,
    folded text NOT NULL,
    CONSTRAINT pk_storage_history PRIMARY KEY (area, number)
);


CREATE TABLE storage_history_head (
    area uuid NOT NULL,
    number bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT pk_storage_history_head PRIMARY KEY (area)
);


CREATE TABLE storage_history_origin (
    area uuid NOT NULL,
    number bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    address text NOT NULL,
    browser text,
    CONSTRAINT pk_storage_history_origin PRIMARY KEY (area, number)
);


CREATE TABLE storage_key (
    name text NOT NULL,
    xml text NOT NULL,
    CONSTRAINT pk_storage_key PRIMARY KEY (name)
);


CREATE TABLE storage_mark (
    name text NOT NULL,
    value text NOT NULL,
    CONSTRAINT pk_storage_mark PRIMARY KEY (name)
);


CREATE TABLE storage_outbox (
    id uuid NOT NULL,
    area uuid NOT NULL,
    kind text NOT NULL,
    about uuid NOT NULL,
    due timestamp with time zone NOT NULL,
    attempts integer NOT NULL,
    done_at timestamp with time zone,
    problem text,
    CONSTRAINT pk_storage_outbox PRIMARY KEY (id)
);


CREATE TABLE agreements_act (
    agreement uuid NOT NULL,
    position integer NOT NULL,
    area uuid NOT NULL,
    kind text NOT NULL,
    "on" date NOT NULL,
    words text,
    version integer,
    at timestamp with time zone NOT NULL,
    by uuid,
    by_name text,
    CONSTRAINT pk_agreements_act PRIMARY KEY (agreement, position),
    CONSTRAINT fk_agreements_act_agreements_agreement_agreement FOREIGN KEY (agreement) REFERENCES agreements_agreement (id) ON DELETE RESTRICT
);


CREATE TABLE agreements_certificate (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    agreement uuid NOT NULL,
    version integer NOT NULL,
    parties integer NOT NULL,
    pdf bytea NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_agreements_certificate PRIMARY KEY (id),
    CONSTRAINT fk_agreements_certificate_agreements_agreement_agreement FOREIGN KEY (agreement) REFERENCES agreements_agreement (id) ON DELETE RESTRICT
);


CREATE TABLE agreements_consultation (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    body uuid NOT NULL,
    meeting uuid,
    "on" date NOT NULL,
    item text,
    subject text NOT NULL,
    subject_folded text NOT NULL,
    deadline text,
    deadline_last date,
    respond_to text,
    until date,
    agreement uuid,
    version integer,
    text_seal text,
    about text,
    questions text NOT NULL,
    opened_at timestamp with time zone,
    closed_at timestamp with time zone,
    compiled_at timestamp with time zone,
    site text,
    sent_by uuid,
    edition integer NOT NULL,
    source_end integer NOT NULL,
    source_page integer,
    source_start integer NOT NULL,
    CONSTRAINT pk_agreements_consultation PRIMARY KEY (id),
    CONSTRAINT fk_agreements_consultation_agreements_agreement_agreement FOREIGN KEY (agreement) REFERENCES agreements_agreement (id) ON DELETE RESTRICT
);


CREATE TABLE agreements_dispute (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    agreement uuid NOT NULL,
    body uuid NOT NULL,
    version integer NOT NULL,
    subject text NOT NULL,
    subject_folded text NOT NULL,
    about text NOT NULL,
    tried text NOT NULL,
    raised_for uuid,
    raised_on date NOT NULL,
    raised_by uuid NOT NULL,
    raised_by_name text NOT NULL,
    state text NOT NULL,
    step integer NOT NULL,
    step_body uuid,
    started_on date NOT NULL,
    last_day date NOT NULL,
    ended_on date,
    noted_at timestamp with time zone,
    told integer NOT NULL,
    site text NOT NULL,
    CONSTRAINT pk_agreements_dispute PRIMARY KEY (id),
    CONSTRAINT fk_agreements_dispute_agreements_agreement_agreement FOREIGN KEY (agreement) REFERENCES agreements_agreement (id) ON DELETE RESTRICT
);


CREATE TABLE agreements_file (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    agreement uuid NOT NULL,
    facts text NOT NULL,
    name text NOT NULL,
    bytes bytea NOT NULL,
    size integer NOT NULL,
    sha256 text NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by uuid NOT NULL,
    added_by_name text NOT NULL,
    removed_at timestamp with time zone,
    CONSTRAINT pk_agreements_file PRIMARY KEY (id),
    CONSTRAINT fk_agreements_file_agreements_agreement_agreement FOREIGN KEY (agreement) REFERENCES agreements_agreement (id) ON DELETE RESTRICT
);


CREATE TABLE agreements_ladder (
    agreement uuid NOT NULL,
    number integer NOT NULL,
    area uuid NOT NULL,
    steps text NOT NULL,
    at timestamp with time zone NOT NULL,
    by uuid NOT NULL,
    by_name text NOT NULL,
    CONSTRAINT pk_agreements_ladder PRIMARY KEY (agreement, number),
    CONSTRAINT fk_agreements_ladder_agreements_agreement_agreement FOREIGN KEY (agreement) REFERENCES agreements_agreement (id) ON DELETE RESTRICT
);


CREATE TABLE agreements_mention (
    id uuid NOT NULL,
    agreement uuid NOT NULL,
    name text NOT NULL,
    state text,
    needs_revision boolean NOT NULL,
    source_end integer NOT NULL,
    source_page integer,
    source_start integer NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    body uuid NOT NULL,
    meeting uuid NOT NULL,
    "on" date NOT NULL,
    item text,
    CONSTRAINT pk_agreements_mention PRIMARY KEY (id),
    CONSTRAINT fk_agreements_mention_agreements_agreement_agreement FOREIGN KEY (agreement) REFERENCES agreements_agreement (id) ON DELETE RESTRICT
);


CREATE TABLE agreements_party (
    id uuid NOT NULL,
    area uuid NOT NULL,
    agreement uuid NOT NULL,
    organisation uuid NOT NULL,
    position integer NOT NULL,
    outside_for text,
    CONSTRAINT pk_agreements_party PRIMARY KEY (id),
    CONSTRAINT fk_agreements_party_agreements_agreement_agreement FOREIGN KEY (agreement) REFERENCES agreements_agreement (id) ON DELETE CASCADE
);


CREATE TABLE agreements_round (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    agreement uuid NOT NULL,
    number integer NOT NULL,
    version integer NOT NULL,
    text_seal text NOT NULL,
    meeting uuid,
    body uuid,
    body_name text NOT NULL,
    recommended_on date NOT NULL,
    item text,
    minutes_seal text,
    opened_at timestamp with time zone NOT NULL,
    opened_by uuid,
    answer_by date NOT NULL,
    site text,
    sent_by uuid,
    reported_at timestamp with time zone,
    closed_at timestamp with time zone,
    CONSTRAINT pk_agreements_round PRIMARY KEY (id),
    CONSTRAINT fk_agreements_round_agreements_agreement_agreement FOREIGN KEY (agreement) REFERENCES agreements_agreement (id) ON DELETE RESTRICT
);


CREATE TABLE agreements_text (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    agreement uuid NOT NULL,
    number integer NOT NULL,
    text text NOT NULL,
    reason text,
    written_at timestamp with time zone NOT NULL,
    written_by uuid NOT NULL,
    edition integer NOT NULL,
    locked_at timestamp with time zone,
    pdf bytea,
    seal text,
    CONSTRAINT pk_agreements_text PRIMARY KEY (id),
    CONSTRAINT fk_agreements_text_agreements_agreement_agreement FOREIGN KEY (agreement) REFERENCES agreements_agreement (id) ON DELETE RESTRICT
);


CREATE TABLE api_delivery (
    id uuid NOT NULL,
    area uuid NOT NULL,
    webhook uuid NOT NULL,
    type text NOT NULL,
    thing uuid NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    queued_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    attempts integer NOT NULL,
    tried_at timestamp with time zone,
    next_at timestamp with time zone,
    status integer,
    problem text,
    CONSTRAINT pk_api_delivery PRIMARY KEY (id),
    CONSTRAINT fk_api_delivery_api_webhook_webhook FOREIGN KEY (webhook) REFERENCES api_webhook (id) ON DELETE RESTRICT
);


CREATE TABLE disclosure_item (
    id uuid NOT NULL,
    area uuid NOT NULL,
    request uuid NOT NULL,
    position integer NOT NULL,
    kind text NOT NULL,
    thing uuid NOT NULL,
    title text NOT NULL,
    about text,
    "on" date NOT NULL,
    outcome text,
    law text,
    reason text,
    hidden text,
    CONSTRAINT pk_disclosure_item PRIMARY KEY (id),
    CONSTRAINT fk_disclosure_item_disclosure_request_request FOREIGN KEY (request) REFERENCES disclosure_request (id) ON DELETE CASCADE
);


CREATE TABLE import_document (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    batch uuid NOT NULL,
    position integer NOT NULL,
    file_name text NOT NULL,
    name_folded text NOT NULL,
    sha256 text NOT NULL,
    size bigint NOT NULL,
    read_at timestamp with time zone,
    problem_code text,
    problem_text text,
    open_questions integer NOT NULL,
    personal_data integer NOT NULL,
    body uuid,
    title text,
    "on" date,
    version integer NOT NULL,
    CONSTRAINT pk_import_document PRIMARY KEY (id),
    CONSTRAINT fk_import_document_import_batch_batch FOREIGN KEY (batch) REFERENCES import_batch (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_evaluation_answer (
    id uuid NOT NULL,
    area uuid NOT NULL,
    evaluation uuid NOT NULL,
    question text NOT NULL,
    rating integer,
    text text,
    CONSTRAINT pk_meetings_evaluation_answer PRIMARY KEY (id),
    CONSTRAINT fk_meetings_evaluation_answer_meetings_evaluation_evaluation FOREIGN KEY (evaluation) REFERENCES meetings_evaluation (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_evaluation_invitation (
    evaluation uuid NOT NULL,
    person uuid NOT NULL,
    area uuid NOT NULL,
    has_answered boolean NOT NULL,
    CONSTRAINT pk_meetings_evaluation_invitation PRIMARY KEY (evaluation, person),
    CONSTRAINT "fk_meetings_evaluation_invitation_meetings_evaluation_evaluati~" FOREIGN KEY (evaluation) REFERENCES meetings_evaluation (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_agenda_document (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    meeting uuid NOT NULL,
    item uuid NOT NULL,
    name text NOT NULL,
    sha256 text NOT NULL,
    size integer NOT NULL,
    bytes bytea NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by uuid NOT NULL,
    removed_at timestamp with time zone,
    CONSTRAINT pk_meetings_agenda_document PRIMARY KEY (id),
    CONSTRAINT fk_meetings_agenda_document_meetings_meeting_meeting FOREIGN KEY (meeting) REFERENCES meetings_meeting (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_agenda_version (
    meeting uuid NOT NULL,
    version integer NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    agenda text NOT NULL,
    pdf bytea NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    sent_by uuid NOT NULL,
    CONSTRAINT pk_meetings_agenda_version PRIMARY KEY (meeting, version),
    CONSTRAINT fk_meetings_agenda_version_meetings_meeting_meeting FOREIGN KEY (meeting) REFERENCES meetings_meeting (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_announcement (
    meeting uuid NOT NULL,
    announced_by uuid NOT NULL,
    area uuid NOT NULL,
    announced_on date NOT NULL,
    start time without time zone,
    "end" time without time zone,
    place text,
    CONSTRAINT pk_meetings_announcement PRIMARY KEY (meeting, announced_by),
    CONSTRAINT fk_meetings_announcement_meetings_meeting_announced_by FOREIGN KEY (announced_by) REFERENCES meetings_meeting (id) ON DELETE RESTRICT,
    CONSTRAINT fk_meetings_announcement_meetings_meeting_meeting FOREIGN KEY (meeting) REFERENCES meetings_meeting (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_attachment (
    meeting uuid NOT NULL,
    position integer NOT NULL,
    area uuid NOT NULL,
    item text,
    name text NOT NULL,
    source_end integer NOT NULL,
    source_page integer,
    source_start integer NOT NULL,
    CONSTRAINT pk_meetings_attachment PRIMARY KEY (meeting, position),
    CONSTRAINT fk_meetings_attachment_meetings_meeting_meeting FOREIGN KEY (meeting) REFERENCES meetings_meeting (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_attendance (
    meeting uuid NOT NULL,
    position integer NOT NULL,
    area uuid NOT NULL,
    name text NOT NULL,
    name_sort bytea NOT NULL,
    person uuid,
    organisation_name text,
    organisation uuid,
    role text NOT NULL,
    presence text NOT NULL,
    digital boolean NOT NULL,
    items text[] NOT NULL,
    note text,
    source_end integer NOT NULL,
    source_page integer,
    source_start integer NOT NULL,
    CONSTRAINT pk_meetings_attendance PRIMARY KEY (meeting, position),
    CONSTRAINT fk_meetings_attendance_meetings_meeting_meeting FOREIGN KEY (meeting) REFERENCES meetings_meeting (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_backlog (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    body uuid NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    text text,
    asked_from text,
    source text,
    due_on date,
    put_at timestamp with time zone NOT NULL,
    put_by uuid,
    parked_at timestamp with time zone,
    parked_until date,
    withdrawn_at timestamp with time zone,
    withdrawn_for text,
    meeting uuid,
    item uuid,
    answered_at timestamp with time zone,
    answer text,
    answered_in text,
    asked_by uuid,
    sent_to uuid,
    sent_as uuid,
    CONSTRAINT pk_meetings_backlog PRIMARY KEY (id),
    CONSTRAINT fk_meetings_backlog_meetings_backlog_asked_by FOREIGN KEY (asked_by) REFERENCES meetings_backlog (id) ON DELETE RESTRICT,
    CONSTRAINT fk_meetings_backlog_meetings_backlog_sent_as FOREIGN KEY (sent_as) REFERENCES meetings_backlog (id) ON DELETE RESTRICT,
    CONSTRAINT fk_meetings_backlog_meetings_meeting_meeting FOREIGN KEY (meeting) REFERENCES meetings_meeting (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_decision (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    meeting uuid NOT NULL,
    body uuid NOT NULL,
    "on" date NOT NULL,
    position integer NOT NULL,
    running integer NOT NULL,
    number text NOT NULL,
    item text,
    text text NOT NULL,
    text_folded text NOT NULL,
    outcome text NOT NULL,
    source_end integer NOT NULL,
    source_page integer,
    source_start integer NOT NULL,
    CONSTRAINT pk_meetings_decision PRIMARY KEY (id),
    CONSTRAINT fk_meetings_decision_meetings_meeting_meeting FOREIGN KEY (meeting) REFERENCES meetings_meeting (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_draft_item (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    meeting uuid NOT NULL,
    position integer NOT NULL,
    title text NOT NULL,
    kind text NOT NULL,
    presenter text,
    minutes integer,
    proposal text,
    restricted_by text,
    restricted_for text,
    backlog uuid,
    added_at timestamp with time zone NOT NULL,
    added_by uuid,
    version integer NOT NULL,
    opened_at timestamp with time zone,
    closed_at timestamp with time zone,
    CONSTRAINT pk_meetings_draft_item PRIMARY KEY (id),
    CONSTRAINT fk_meetings_draft_item_meetings_meeting_meeting FOREIGN KEY (meeting) REFERENCES meetings_meeting (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_frozen_text (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    meeting uuid NOT NULL,
    version integer NOT NULL,
    text text NOT NULL,
    pdf bytea NOT NULL,
    seal text NOT NULL,
    due_on date NOT NULL,
    in_order boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    by uuid NOT NULL,
    reopened_at timestamp with time zone,
    reopened_for text,
    address character varying(200),
    told integer NOT NULL,
    reminded_at timestamp with time zone,
    CONSTRAINT pk_meetings_frozen_text PRIMARY KEY (id),
    CONSTRAINT fk_meetings_frozen_text_meetings_meeting_meeting FOREIGN KEY (meeting) REFERENCES meetings_meeting (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_item (
    meeting uuid NOT NULL,
    position integer NOT NULL,
    area uuid NOT NULL,
    number text,
    title text NOT NULL,
    title_folded text NOT NULL,
    presenters text[] NOT NULL,
    source_end integer NOT NULL,
    source_page integer,
    source_start integer NOT NULL,
    CONSTRAINT pk_meetings_item PRIMARY KEY (meeting, position),
    CONSTRAINT fk_meetings_item_meetings_meeting_meeting FOREIGN KEY (meeting) REFERENCES meetings_meeting (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_notice (
    meeting uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    words text,
    remind_days integer NOT NULL,
    address text NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    sent_by uuid NOT NULL,
    told text NOT NULL,
    changed_at timestamp with time zone,
    reminded_at timestamp with time zone,
    CONSTRAINT pk_meetings_notice PRIMARY KEY (meeting),
    CONSTRAINT fk_meetings_notice_meetings_meeting_meeting FOREIGN KEY (meeting) REFERENCES meetings_meeting (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_notice_recipient (
    id uuid NOT NULL,
    area uuid NOT NULL,
    meeting uuid NOT NULL,
    position integer NOT NULL,
    person uuid,
    name text NOT NULL,
    mail text,
    kind text NOT NULL,
    organisation uuid,
    organisation_name text,
    answer text,
    answered_at timestamp with time zone,
    note text,
    serves_for uuid,
    letter uuid,
    in_calendar_by uuid,
    calendar_sequence integer,
    sequence integer NOT NULL,
    CONSTRAINT pk_meetings_notice_recipient PRIMARY KEY (id),
    CONSTRAINT fk_meetings_notice_recipient_meetings_meeting_meeting FOREIGN KEY (meeting) REFERENCES meetings_meeting (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_participant (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    meeting uuid NOT NULL,
    position integer NOT NULL,
    person uuid,
    name text NOT NULL,
    organisation uuid,
    organisation_name text,
    role text NOT NULL,
    seat uuid,
    seat_label text,
    serves_for uuid,
    has_declined boolean NOT NULL,
    stays text NOT NULL,
    outs text NOT NULL,
    CONSTRAINT pk_meetings_participant PRIMARY KEY (id),
    CONSTRAINT fk_meetings_participant_meetings_meeting_meeting FOREIGN KEY (meeting) REFERENCES meetings_meeting (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_proposed_item (
    meeting uuid NOT NULL,
    position integer NOT NULL,
    area uuid NOT NULL,
    text text NOT NULL,
    source_end integer NOT NULL,
    source_page integer,
    source_start integer NOT NULL,
    CONSTRAINT pk_meetings_proposed_item PRIMARY KEY (meeting, position),
    CONSTRAINT fk_meetings_proposed_item_meetings_meeting_meeting FOREIGN KEY (meeting) REFERENCES meetings_meeting (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_publication (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    meeting uuid NOT NULL,
    body uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    by uuid,
    withdrawn_at timestamp with time zone,
    withdrawn_by uuid,
    CONSTRAINT pk_meetings_publication PRIMARY KEY (id),
    CONSTRAINT fk_meetings_publication_meetings_meeting_meeting FOREIGN KEY (meeting) REFERENCES meetings_meeting (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_question (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    meeting uuid NOT NULL,
    body uuid NOT NULL,
    "on" date NOT NULL,
    position integer NOT NULL,
    item text,
    text text,
    is_answered boolean NOT NULL,
    text_folded text NOT NULL,
    answers text[] NOT NULL,
    comments text[] NOT NULL,
    source_end integer NOT NULL,
    source_page integer,
    source_start integer NOT NULL,
    CONSTRAINT pk_meetings_question PRIMARY KEY (id),
    CONSTRAINT fk_meetings_question_meetings_meeting_meeting FOREIGN KEY (meeting) REFERENCES meetings_meeting (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_withdrawal (
    meeting uuid NOT NULL,
    area uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    by uuid,
    CONSTRAINT pk_meetings_withdrawal PRIMARY KEY (meeting),
    CONSTRAINT fk_meetings_withdrawal_meetings_meeting_meeting FOREIGN KEY (meeting) REFERENCES meetings_meeting (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_series_day (
    series uuid NOT NULL,
    day date NOT NULL,
    area uuid NOT NULL,
    meeting uuid,
    CONSTRAINT pk_meetings_series_day PRIMARY KEY (series, day),
    CONSTRAINT fk_meetings_series_day_meetings_meeting_meeting FOREIGN KEY (meeting) REFERENCES meetings_meeting (id) ON DELETE RESTRICT,
    CONSTRAINT fk_meetings_series_day_meetings_series_series FOREIGN KEY (series) REFERENCES meetings_series (id) ON DELETE RESTRICT
);


CREATE TABLE organisations_login (
    issuer text NOT NULL,
    subject bytea NOT NULL,
    account uuid NOT NULL,
    provider text NOT NULL,
    bound_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_organisations_login PRIMARY KEY (issuer, subject),
    CONSTRAINT fk_organisations_login_organisations_account_account FOREIGN KEY (account) REFERENCES organisations_account (id) ON DELETE RESTRICT
);


CREATE TABLE organisations_passkey (
    id text NOT NULL,
    account uuid NOT NULL,
    name text NOT NULL,
    public_key bytea NOT NULL,
    transports text NOT NULL,
    sign_count bigint NOT NULL,
    is_user_verified boolean NOT NULL,
    is_backup_eligible boolean NOT NULL,
    is_backed_up boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT pk_organisations_passkey PRIMARY KEY (id),
    CONSTRAINT fk_organisations_passkey_organisations_account_account FOREIGN KEY (account) REFERENCES organisations_account (id) ON DELETE RESTRICT
);


CREATE TABLE organisations_session (
    id uuid NOT NULL,
    key_hash bytea NOT NULL,
    account uuid NOT NULL,
    area uuid NOT NULL,
    person uuid NOT NULL,
    way text NOT NULL,
    provider text,
    issuer text,
    subject bytea,
    sid text,
    created_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_by uuid,
    browser text NOT NULL,
    CONSTRAINT pk_organisations_session PRIMARY KEY (id),
    CONSTRAINT fk_organisations_session_organisations_account_account FOREIGN KEY (account) REFERENCES organisations_account (id) ON DELETE RESTRICT
);


CREATE TABLE organisations_body (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    name_sort bytea NOT NULL,
    short_name text NOT NULL,
    kind text NOT NULL,
    folded text NOT NULL,
    parent uuid,
    CONSTRAINT pk_organisations_body PRIMARY KEY (id),
    CONSTRAINT fk_organisations_body_organisations_body_parent FOREIGN KEY (parent) REFERENCES organisations_body (id) ON DELETE RESTRICT,
    CONSTRAINT fk_organisations_body_organisations_organisation_owner FOREIGN KEY (owner) REFERENCES organisations_organisation (id) ON DELETE RESTRICT
);


CREATE TABLE organisations_contact_way (
    id uuid NOT NULL,
    area uuid NOT NULL,
    organisation uuid NOT NULL,
    label text NOT NULL,
    mail text,
    telephone text,
    hours text,
    "from" date NOT NULL,
    "to" date,
    CONSTRAINT pk_organisations_contact_way PRIMARY KEY (id),
    CONSTRAINT "fk_organisations_contact_way_organisations_organisation_organi~" FOREIGN KEY (organisation) REFERENCES organisations_organisation (id) ON DELETE RESTRICT
);


CREATE TABLE organisations_person (
    id uuid NOT NULL,
    area uuid NOT NULL,
    name text NOT NULL,
    name_sort bytea NOT NULL,
    folded text NOT NULL,
    title text,
    organisation uuid,
    mail text,
    is_protected boolean NOT NULL,
    anonymised_at timestamp with time zone,
    CONSTRAINT pk_organisations_person PRIMARY KEY (id),
    CONSTRAINT fk_organisations_person_organisations_organisation_organisation FOREIGN KEY (organisation) REFERENCES organisations_organisation (id) ON DELETE RESTRICT
);


CREATE TABLE organisations_system (
    id uuid NOT NULL,
    area uuid NOT NULL,
    organisation uuid NOT NULL,
    name text NOT NULL,
    name_sort bytea NOT NULL,
    disconnected_at timestamp with time zone,
    CONSTRAINT pk_organisations_system PRIMARY KEY (id),
    CONSTRAINT fk_organisations_system_organisations_organisation_organisation FOREIGN KEY (organisation) REFERENCES organisations_organisation (id) ON DELETE RESTRICT
);


CREATE TABLE plans_act (
    id uuid NOT NULL,
    area uuid NOT NULL,
    assignment uuid NOT NULL,
    state text NOT NULL,
    text text,
    at timestamp with time zone NOT NULL,
    by uuid,
    to_name text,
    to_person uuid,
    to_organisation uuid,
    meeting uuid,
    item text,
    CONSTRAINT pk_plans_act PRIMARY KEY (id),
    CONSTRAINT fk_plans_act_plans_assignment_assignment FOREIGN KEY (assignment) REFERENCES plans_assignment (id) ON DELETE RESTRICT
);


CREATE TABLE plans_coworker (
    id uuid NOT NULL,
    area uuid NOT NULL,
    assignment uuid NOT NULL,
    person uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    by uuid NOT NULL,
    left_at timestamp with time zone,
    CONSTRAINT pk_plans_coworker PRIMARY KEY (id),
    CONSTRAINT fk_plans_coworker_plans_assignment_assignment FOREIGN KEY (assignment) REFERENCES plans_assignment (id) ON DELETE RESTRICT
);


CREATE TABLE plans_document (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    assignment uuid NOT NULL,
    name text NOT NULL,
    sha256 text NOT NULL,
    size integer NOT NULL,
    bytes bytea NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by uuid NOT NULL,
    removed_at timestamp with time zone,
    CONSTRAINT pk_plans_document PRIMARY KEY (id),
    CONSTRAINT fk_plans_document_plans_assignment_assignment FOREIGN KEY (assignment) REFERENCES plans_assignment (id) ON DELETE RESTRICT
);


CREATE TABLE agreements_consultee (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    consultation uuid NOT NULL,
    organisation uuid,
    body uuid,
    name text NOT NULL,
    name_sort bytea NOT NULL,
    mail text,
    state text NOT NULL,
    extended_to date,
    extension_reason text,
    asked_at timestamp with time zone,
    reminded_on date,
    reminders integer NOT NULL,
    CONSTRAINT pk_agreements_consultee PRIMARY KEY (id),
    CONSTRAINT fk_agreements_consultee_agreements_consultation_consultation FOREIGN KEY (consultation) REFERENCES agreements_consultation (id) ON DELETE CASCADE
);


CREATE TABLE agreements_dispute_act (
    dispute uuid NOT NULL,
    position integer NOT NULL,
    area uuid NOT NULL,
    kind text NOT NULL,
    step integer NOT NULL,
    "on" date NOT NULL,
    words text,
    meeting uuid,
    paragraph text,
    at timestamp with time zone NOT NULL,
    by uuid NOT NULL,
    by_name text NOT NULL,
    "for" uuid,
    CONSTRAINT pk_agreements_dispute_act PRIMARY KEY (dispute, position),
    CONSTRAINT fk_agreements_dispute_act_agreements_dispute_dispute FOREIGN KEY (dispute) REFERENCES agreements_dispute (id) ON DELETE RESTRICT
);


CREATE TABLE agreements_dispute_party (
    dispute uuid NOT NULL,
    organisation uuid NOT NULL,
    area uuid NOT NULL,
    name text NOT NULL,
    name_sort bytea NOT NULL,
    reminded_on date,
    reminders integer NOT NULL,
    CONSTRAINT pk_agreements_dispute_party PRIMARY KEY (dispute, organisation),
    CONSTRAINT fk_agreements_dispute_party_agreements_dispute_dispute FOREIGN KEY (dispute) REFERENCES agreements_dispute (id) ON DELETE RESTRICT
);


CREATE TABLE agreements_dispute_step (
    dispute uuid NOT NULL,
    position integer NOT NULL,
    area uuid NOT NULL,
    body uuid,
    name text NOT NULL,
    days integer NOT NULL,
    started_on date,
    last_day date,
    CONSTRAINT pk_agreements_dispute_step PRIMARY KEY (dispute, position),
    CONSTRAINT fk_agreements_dispute_step_agreements_dispute_dispute FOREIGN KEY (dispute) REFERENCES agreements_dispute (id) ON DELETE RESTRICT
);


CREATE TABLE agreements_adoption (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    round uuid NOT NULL,
    agreement uuid NOT NULL,
    version integer NOT NULL,
    organisation uuid NOT NULL,
    organisation_name text NOT NULL,
    organisation_sort bytea NOT NULL,
    opened_on date NOT NULL,
    answer_by date NOT NULL,
    state text NOT NULL,
    committee text,
    decided_on date,
    counts_from date,
    paragraph text,
    case_number text,
    condition text,
    planned_on date,
    planned_committee text,
    registered_at timestamp with time zone,
    sent_at timestamp with time zone,
    reminded_on date,
    reminders integer NOT NULL,
    before uuid,
    closed_at timestamp with time zone,
    edition integer NOT NULL,
    CONSTRAINT pk_agreements_adoption PRIMARY KEY (id),
    CONSTRAINT fk_agreements_adoption_agreements_agreement_agreement FOREIGN KEY (agreement) REFERENCES agreements_agreement (id) ON DELETE RESTRICT,
    CONSTRAINT fk_agreements_adoption_agreements_round_round FOREIGN KEY (round) REFERENCES agreements_round (id) ON DELETE RESTRICT
);


CREATE TABLE import_chunk (
    document uuid NOT NULL,
    number integer NOT NULL,
    area uuid NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT pk_import_chunk PRIMARY KEY (document, number),
    CONSTRAINT fk_import_chunk_import_document_document FOREIGN KEY (document) REFERENCES import_document (id) ON DELETE RESTRICT
);


CREATE TABLE import_confirmation (
    document uuid NOT NULL,
    number integer NOT NULL,
    area uuid NOT NULL,
    meeting uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    by uuid,
    CONSTRAINT pk_import_confirmation PRIMARY KEY (document, number),
    CONSTRAINT fk_import_confirmation_import_document_document FOREIGN KEY (document) REFERENCES import_document (id) ON DELETE RESTRICT
);


CREATE TABLE import_reading (
    document uuid NOT NULL,
    area uuid NOT NULL,
    pages text NOT NULL,
    review_json text NOT NULL,
    CONSTRAINT pk_import_reading PRIMARY KEY (document),
    CONSTRAINT fk_import_reading_import_document_document FOREIGN KEY (document) REFERENCES import_document (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_group_discussion (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    meeting uuid NOT NULL,
    item uuid NOT NULL,
    question text,
    until time without time zone,
    opened_at timestamp with time zone NOT NULL,
    opened_by uuid NOT NULL,
    collected_at timestamp with time zone,
    collected_by uuid,
    called_off_at timestamp with time zone,
    version integer NOT NULL,
    CONSTRAINT pk_meetings_group_discussion PRIMARY KEY (id),
    CONSTRAINT fk_meetings_group_discussion_meetings_draft_item_item FOREIGN KEY (item) REFERENCES meetings_draft_item (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_note (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    meeting uuid NOT NULL,
    item uuid NOT NULL,
    position integer NOT NULL,
    kind text NOT NULL,
    content text NOT NULL,
    version integer NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    saved_by uuid NOT NULL,
    removed_at timestamp with time zone,
    running integer,
    CONSTRAINT pk_meetings_note PRIMARY KEY (id),
    CONSTRAINT fk_meetings_note_meetings_draft_item_item FOREIGN KEY (item) REFERENCES meetings_draft_item (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_approval (
    id uuid NOT NULL,
    area uuid NOT NULL,
    text uuid NOT NULL,
    person uuid NOT NULL,
    name text NOT NULL,
    "as" text NOT NULL,
    organisation_name text,
    means text NOT NULL,
    seal text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_meetings_approval PRIMARY KEY (id),
    CONSTRAINT fk_meetings_approval_meetings_frozen_text_text FOREIGN KEY (text) REFERENCES meetings_frozen_text (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_dispatch (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    meeting uuid NOT NULL,
    body uuid NOT NULL,
    "on" date NOT NULL,
    text uuid NOT NULL,
    running integer NOT NULL,
    number text NOT NULL,
    case_number text,
    is_extract boolean NOT NULL,
    hash text NOT NULL,
    organisation uuid NOT NULL,
    organisation_name text NOT NULL,
    organisation_sort bytea NOT NULL,
    address text NOT NULL,
    way text NOT NULL,
    site text NOT NULL,
    state text NOT NULL,
    letter uuid,
    queued_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    received_at timestamp with time zone,
    registered_at timestamp with time zone,
    problem text,
    their_case_number text,
    CONSTRAINT pk_meetings_dispatch PRIMARY KEY (id),
    CONSTRAINT fk_meetings_dispatch_meetings_frozen_text_text FOREIGN KEY (text) REFERENCES meetings_frozen_text (id) ON DELETE RESTRICT,
    CONSTRAINT fk_meetings_dispatch_meetings_meeting_meeting FOREIGN KEY (meeting) REFERENCES meetings_meeting (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_objection (
    id uuid NOT NULL,
    area uuid NOT NULL,
    text uuid NOT NULL,
    person uuid NOT NULL,
    name text NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_meetings_objection PRIMARY KEY (id),
    CONSTRAINT fk_meetings_objection_meetings_frozen_text_text FOREIGN KEY (text) REFERENCES meetings_frozen_text (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_sealed_minutes (
    meeting uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    text uuid NOT NULL,
    seal text NOT NULL,
    pdf bytea NOT NULL,
    certificate bytea NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_meetings_sealed_minutes PRIMARY KEY (meeting),
    CONSTRAINT fk_meetings_sealed_minutes_meetings_frozen_text_text FOREIGN KEY (text) REFERENCES meetings_frozen_text (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_speech (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    meeting uuid NOT NULL,
    item uuid NOT NULL,
    participant uuid NOT NULL,
    kind text NOT NULL,
    position integer NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    asked_by uuid NOT NULL,
    began_at timestamp with time zone,
    ended_at timestamp with time zone,
    left_at timestamp with time zone,
    CONSTRAINT pk_meetings_speech PRIMARY KEY (id),
    CONSTRAINT fk_meetings_speech_meetings_draft_item_item FOREIGN KEY (item) REFERENCES meetings_draft_item (id) ON DELETE RESTRICT,
    CONSTRAINT fk_meetings_speech_meetings_participant_participant FOREIGN KEY (participant) REFERENCES meetings_participant (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_published_mask (
    publication uuid NOT NULL,
    position integer NOT NULL,
    area uuid NOT NULL,
    kind text NOT NULL,
    text text NOT NULL,
    is_hidden boolean NOT NULL,
    CONSTRAINT pk_meetings_published_mask PRIMARY KEY (publication, position),
    CONSTRAINT fk_meetings_published_mask_meetings_publication_publication FOREIGN KEY (publication) REFERENCES meetings_publication (id) ON DELETE RESTRICT
);


CREATE TABLE organisations_body_alias (
    area uuid NOT NULL,
    folded text NOT NULL,
    body uuid NOT NULL,
    CONSTRAINT pk_organisations_body_alias PRIMARY KEY (area, folded),
    CONSTRAINT fk_organisations_body_alias_organisations_body_body FOREIGN KEY (body) REFERENCES organisations_body (id) ON DELETE RESTRICT
);


CREATE TABLE organisations_body_rules (
    body uuid NOT NULL,
    area uuid NOT NULL,
    deputies text NOT NULL,
    quorum text NOT NULL,
    quorum_number integer NOT NULL,
    adjusters integer NOT NULL,
    chair_signs boolean NOT NULL,
    adjusting_order text NOT NULL,
    adjusting_days integer NOT NULL,
    notice_days integer NOT NULL,
    minutes integer NOT NULL,
    CONSTRAINT pk_organisations_body_rules PRIMARY KEY (body),
    CONSTRAINT fk_organisations_body_rules_organisations_body_body FOREIGN KEY (body) REFERENCES organisations_body (id) ON DELETE RESTRICT
);


CREATE TABLE organisations_seat (
    id uuid NOT NULL,
    area uuid NOT NULL,
    body uuid NOT NULL,
    label text NOT NULL,
    organisation uuid,
    position integer NOT NULL,
    members integer NOT NULL,
    deputies integer NOT NULL,
    "from" date,
    "to" date,
    CONSTRAINT pk_organisations_seat PRIMARY KEY (id),
    CONSTRAINT fk_organisations_seat_organisations_body_body FOREIGN KEY (body) REFERENCES organisations_body (id) ON DELETE RESTRICT,
    CONSTRAINT fk_organisations_seat_organisations_organisation_organisation FOREIGN KEY (organisation) REFERENCES organisations_organisation (id) ON DELETE RESTRICT
);


CREATE TABLE organisations_account_person (
    person uuid NOT NULL,
    account uuid NOT NULL,
    area uuid NOT NULL,
    CONSTRAINT pk_organisations_account_person PRIMARY KEY (person),
    CONSTRAINT fk_organisations_account_person_organisations_account_account FOREIGN KEY (account) REFERENCES organisations_account (id) ON DELETE RESTRICT,
    CONSTRAINT fk_organisations_account_person_organisations_person_person FOREIGN KEY (person) REFERENCES organisations_person (id) ON DELETE RESTRICT
);


CREATE TABLE organisations_calendar_key (
    id uuid NOT NULL,
    area uuid NOT NULL,
    person uuid NOT NULL,
    key_hash bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    CONSTRAINT pk_organisations_calendar_key PRIMARY KEY (id),
    CONSTRAINT fk_organisations_calendar_key_organisations_person_person FOREIGN KEY (person) REFERENCES organisations_person (id) ON DELETE RESTRICT
);


CREATE TABLE organisations_function (
    id uuid NOT NULL,
    kind text NOT NULL,
    organisation uuid,
    mail text,
    telephone text,
    hours text,
    area uuid NOT NULL,
    person uuid NOT NULL,
    "from" date NOT NULL,
    "to" date,
    withdrawn text,
    CONSTRAINT pk_organisations_function PRIMARY KEY (id),
    CONSTRAINT "fk_organisations_function_organisations_organisation_organisat~" FOREIGN KEY (organisation) REFERENCES organisations_organisation (id) ON DELETE RESTRICT,
    CONSTRAINT fk_organisations_function_organisations_person_person FOREIGN KEY (person) REFERENCES organisations_person (id) ON DELETE RESTRICT
);


CREATE TABLE organisations_invitation (
    id uuid NOT NULL,
    area uuid NOT NULL,
    person uuid NOT NULL,
    key_hash bytea NOT NULL,
    by uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    CONSTRAINT pk_organisations_invitation PRIMARY KEY (id),
    CONSTRAINT fk_organisations_invitation_organisations_person_person FOREIGN KEY (person) REFERENCES organisations_person (id) ON DELETE RESTRICT
);


CREATE TABLE organisations_person_alias (
    area uuid NOT NULL,
    person uuid NOT NULL,
    folded text NOT NULL,
    CONSTRAINT pk_organisations_person_alias PRIMARY KEY (area, folded, person),
    CONSTRAINT fk_organisations_person_alias_organisations_person_person FOREIGN KEY (person) REFERENCES organisations_person (id) ON DELETE RESTRICT
);


CREATE TABLE organisations_protected_name (
    person uuid NOT NULL,
    area uuid NOT NULL,
    name text NOT NULL,
    title text,
    CONSTRAINT pk_organisations_protected_name PRIMARY KEY (person),
    CONSTRAINT fk_organisations_protected_name_organisations_person_person FOREIGN KEY (person) REFERENCES organisations_person (id) ON DELETE RESTRICT
);


CREATE TABLE organisations_saved_view (
    id uuid NOT NULL,
    area uuid NOT NULL,
    person uuid NOT NULL,
    name text NOT NULL,
    path text NOT NULL,
    query text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_organisations_saved_view PRIMARY KEY (id),
    CONSTRAINT fk_organisations_saved_view_organisations_person_person FOREIGN KEY (person) REFERENCES organisations_person (id) ON DELETE RESTRICT
);


CREATE TABLE organisations_standing (
    id uuid NOT NULL,
    body uuid NOT NULL,
    kind text NOT NULL,
    area uuid NOT NULL,
    person uuid NOT NULL,
    "from" date NOT NULL,
    "to" date,
    withdrawn text,
    CONSTRAINT pk_organisations_standing PRIMARY KEY (id),
    CONSTRAINT fk_organisations_standing_organisations_body_body FOREIGN KEY (body) REFERENCES organisations_body (id) ON DELETE RESTRICT,
    CONSTRAINT fk_organisations_standing_organisations_person_person FOREIGN KEY (person) REFERENCES organisations_person (id) ON DELETE RESTRICT
);


CREATE TABLE organisations_access_token (
    id uuid NOT NULL,
    area uuid NOT NULL,
    secret_hash bytea NOT NULL,
    name text NOT NULL,
    person uuid,
    system uuid,
    scope text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    expires_at timestamp with time zone NOT NULL,
    used_on date,
    revoked_at timestamp with time zone,
    revoked_by uuid,
    CONSTRAINT pk_organisations_access_token PRIMARY KEY (id),
    CONSTRAINT fk_organisations_access_token_organisations_person_person FOREIGN KEY (person) REFERENCES organisations_person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_organisations_access_token_organisations_system_system FOREIGN KEY (system) REFERENCES organisations_system (id) ON DELETE RESTRICT
);


CREATE TABLE agreements_consultee_act (
    consultee uuid NOT NULL,
    position integer NOT NULL,
    area uuid NOT NULL,
    kind text NOT NULL,
    at timestamp with time zone NOT NULL,
    by uuid,
    by_name text,
    words text,
    CONSTRAINT pk_agreements_consultee_act PRIMARY KEY (consultee, position),
    CONSTRAINT fk_agreements_consultee_act_agreements_consultee_consultee FOREIGN KEY (consultee) REFERENCES agreements_consultee (id) ON DELETE RESTRICT
);


CREATE TABLE agreements_response (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    consultation uuid NOT NULL,
    consultee uuid NOT NULL,
    organisation uuid,
    body uuid,
    number integer NOT NULL,
    stance text,
    case_number text,
    written_at timestamp with time zone NOT NULL,
    written_by uuid NOT NULL,
    submitted_at timestamp with time zone,
    submitted_by uuid,
    returned text,
    sent_at timestamp with time zone,
    sent_by uuid,
    received_on date,
    edition integer NOT NULL,
    CONSTRAINT pk_agreements_response PRIMARY KEY (id),
    CONSTRAINT fk_agreements_response_agreements_consultee_consultee FOREIGN KEY (consultee) REFERENCES agreements_consultee (id) ON DELETE RESTRICT
);


CREATE TABLE agreements_position (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    dispute uuid NOT NULL,
    step integer NOT NULL,
    organisation uuid NOT NULL,
    number integer NOT NULL,
    words text,
    case_number text,
    written_at timestamp with time zone NOT NULL,
    written_by uuid NOT NULL,
    sent_at timestamp with time zone,
    sent_by uuid,
    sent_by_name text,
    edition integer NOT NULL,
    CONSTRAINT pk_agreements_position PRIMARY KEY (id),
    CONSTRAINT "fk_agreements_position_agreements_dispute_party_dispute_organi~" FOREIGN KEY (dispute, organisation) REFERENCES agreements_dispute_party (dispute, organisation) ON DELETE RESTRICT
);


CREATE TABLE agreements_adoption_act (
    adoption uuid NOT NULL,
    position integer NOT NULL,
    area uuid NOT NULL,
    kind text NOT NULL,
    at timestamp with time zone NOT NULL,
    by uuid,
    by_name text,
    words text,
    CONSTRAINT pk_agreements_adoption_act PRIMARY KEY (adoption, position),
    CONSTRAINT fk_agreements_adoption_act_agreements_adoption_adoption FOREIGN KEY (adoption) REFERENCES agreements_adoption (id) ON DELETE RESTRICT
);


CREATE TABLE agreements_adoption_paper (
    id uuid NOT NULL,
    area uuid NOT NULL,
    owner uuid NOT NULL,
    adoption uuid NOT NULL,
    note text,
    file_name text,
    file_type text,
    bytes bytea,
    at timestamp with time zone NOT NULL,
    by uuid NOT NULL,
    by_name text NOT NULL,
    CONSTRAINT pk_agreements_adoption_paper PRIMARY KEY (id),
    CONSTRAINT fk_agreements_adoption_paper_agreements_adoption_adoption FOREIGN KEY (adoption) REFERENCES agreements_adoption (id) ON DELETE RESTRICT
);


CREATE TABLE import_undoing (
    document uuid NOT NULL,
    number integer NOT NULL,
    at timestamp with time zone NOT NULL,
    by uuid,
    CONSTRAINT pk_import_undoing PRIMARY KEY (document, number),
    CONSTRAINT fk_import_undoing_import_confirmation_document_number FOREIGN KEY (document, number) REFERENCES import_confirmation (document, number) ON DELETE CASCADE
);


CREATE TABLE meetings_discussion_group (
    id uuid NOT NULL,
    area uuid NOT NULL,
    discussion uuid NOT NULL,
    position integer NOT NULL,
    name text NOT NULL,
    members text NOT NULL,
    CONSTRAINT pk_meetings_discussion_group PRIMARY KEY (id),
    CONSTRAINT "fk_meetings_discussion_group_meetings_group_discussion_discuss~" FOREIGN KEY (discussion) REFERENCES meetings_group_discussion (id) ON DELETE CASCADE
);


CREATE TABLE meetings_note_version (
    note uuid NOT NULL,
    version integer NOT NULL,
    area uuid NOT NULL,
    content text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    saved_by uuid NOT NULL,
    CONSTRAINT pk_meetings_note_version PRIMARY KEY (note, version),
    CONSTRAINT fk_meetings_note_version_meetings_note_note FOREIGN KEY (note) REFERENCES meetings_note (id) ON DELETE RESTRICT
);


CREATE TABLE meetings_dispatch_act (
    dispatch uuid NOT NULL,
    position integer NOT NULL,
    area uuid NOT NULL,
    kind text NOT NULL,
    at timestamp with time zone NOT NULL,
    by uuid,
    by_name text,
    words text,
    CONSTRAINT pk_meetings_dispatch_act PRIMARY KEY (dispatch, position),
    CONSTRAINT fk_meetings_dispatch_act_meetings_dispatch_dispatch FOREIGN KEY (dispatch) REFERENCES meetings_dispatch (id) ON DELETE RESTRICT
);


CREATE TABLE organisations_membership (
    id uuid NOT NULL,
    body uuid NOT NULL,
    seat uuid,
    role text NOT NULL,
    call_order integer,
    party text,
    area uuid NOT NULL,
    person uuid NOT NULL,
    "from" date NOT NULL,
    "to" date,
    withdrawn text,
    CONSTRAINT pk_organisations_membership PRIMARY KEY (id),
    CONSTRAINT fk_organisations_membership_organisations_body_body FOREIGN KEY (body) REFERENCES organisations_body (id) ON DELETE RESTRICT,
    CONSTRAINT fk_organisations_membership_organisations_person_person FOREIGN KEY (person) REFERENCES organisations_person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_organisations_membership_organisations_seat_seat FOREIGN KEY (seat) REFERENCES organisations_seat (id) ON DELETE RESTRICT
);


CREATE TABLE agreements_response_file (
    id uuid NOT NULL,
    area uuid NOT NULL,
    response uuid NOT NULL,
    name text NOT NULL,
    type text NOT NULL,
    bytes bytea NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_agreements_response_file PRIMARY KEY (id),
    CONSTRAINT fk_agreements_response_file_agreements_response_response FOREIGN KEY (response) REFERENCES agreements_response (id) ON DELETE RESTRICT
);


CREATE TABLE agreements_response_remark (
    response uuid NOT NULL,
    position integer NOT NULL,
    area uuid NOT NULL,
    kind text NOT NULL,
    index integer NOT NULL,
    title text NOT NULL,
    words text NOT NULL,
    CONSTRAINT pk_agreements_response_remark PRIMARY KEY (response, position),
    CONSTRAINT fk_agreements_response_remark_agreements_response_response FOREIGN KEY (response) REFERENCES agreements_response (id) ON DELETE CASCADE
);


CREATE TABLE meetings_group_line (
    id uuid NOT NULL,
    area uuid NOT NULL,
    discussion uuid NOT NULL,
    "group" uuid NOT NULL,
    text text NOT NULL,
    version integer NOT NULL,
    written_at timestamp with time zone NOT NULL,
    written_by uuid NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    saved_by uuid NOT NULL,
    CONSTRAINT pk_meetings_group_line PRIMARY KEY (id),
    CONSTRAINT fk_meetings_group_line_meetings_discussion_group_group FOREIGN KEY ("group") REFERENCES meetings_discussion_group (id) ON DELETE RESTRICT
);


CREATE TABLE agreements_reply (
    response uuid NOT NULL,
    position integer NOT NULL,
    area uuid NOT NULL,
    words text,
    outcome text NOT NULL,
    at timestamp with time zone NOT NULL,
    by uuid NOT NULL,
    by_name text NOT NULL,
    CONSTRAINT pk_agreements_reply PRIMARY KEY (response, position),
    CONSTRAINT "fk_agreements_reply_agreements_response_remark_response_positi~" FOREIGN KEY (response, position) REFERENCES agreements_response_remark (response, position) ON DELETE RESTRICT
);


CREATE TABLE meetings_group_line_version (
    line uuid NOT NULL,
    version integer NOT NULL,
    area uuid NOT NULL,
    text text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    saved_by uuid NOT NULL,
    CONSTRAINT pk_meetings_group_line_version PRIMARY KEY (line, version),
    CONSTRAINT fk_meetings_group_line_version_meetings_group_line_line FOREIGN KEY (line) REFERENCES meetings_group_line (id) ON DELETE RESTRICT
);


CREATE INDEX ix_agreements_adoption_agreement_version_organisation ON agreements_adoption (agreement, version, organisation);


CREATE INDEX ix_agreements_adoption_area_answer_by ON agreements_adoption (area, answer_by);


CREATE INDEX ix_agreements_adoption_area_organisation_closed_at_state ON agreements_adoption (area, organisation, closed_at, state);


CREATE INDEX ix_agreements_adoption_round ON agreements_adoption (round);


CREATE INDEX ix_agreements_adoption_paper_adoption ON agreements_adoption_paper (adoption);


CREATE UNIQUE INDEX ix_agreements_agreement_area_folded ON agreements_agreement (area, folded);


CREATE INDEX ix_agreements_agreement_area_name_sort ON agreements_agreement (area, name_sort);


CREATE INDEX ix_agreements_certificate_agreement_at ON agreements_certificate (agreement, at);


CREATE INDEX ix_agreements_consultation_agreement ON agreements_consultation (agreement);


CREATE INDEX ix_agreements_consultation_area_on ON agreements_consultation (area, "on");


CREATE INDEX ix_agreements_consultation_area_until ON agreements_consultation (area, until);


CREATE INDEX ix_agreements_consultation_meeting ON agreements_consultation (meeting);


CREATE INDEX ix_agreements_consultee_area_body_state ON agreements_consultee (area, body, state);


CREATE INDEX ix_agreements_consultee_area_organisation_state ON agreements_consultee (area, organisation, state);


CREATE INDEX ix_agreements_consultee_consultation_name_sort ON agreements_consultee (consultation, name_sort);


CREATE INDEX ix_agreements_dispute_agreement ON agreements_dispute (agreement);


CREATE INDEX ix_agreements_dispute_area_raised_on ON agreements_dispute (area, raised_on);


CREATE INDEX ix_agreements_dispute_area_state_last_day ON agreements_dispute (area, state, last_day);


CREATE INDEX ix_agreements_dispute_party_area_organisation ON agreements_dispute_party (area, organisation);


CREATE INDEX ix_agreements_dispute_step_area_body ON agreements_dispute_step (area, body);


CREATE INDEX ix_agreements_file_agreement ON agreements_file (agreement);


CREATE INDEX ix_agreements_mention_agreement ON agreements_mention (agreement);


CREATE INDEX ix_agreements_mention_area_agreement_on ON agreements_mention (area, agreement, "on");


CREATE INDEX ix_agreements_mention_meeting ON agreements_mention (meeting);


CREATE INDEX ix_agreements_party_agreement_organisation ON agreements_party (agreement, organisation);


CREATE INDEX ix_agreements_party_area_organisation ON agreements_party (area, organisation);


CREATE INDEX ix_agreements_position_dispute_organisation ON agreements_position (dispute, organisation);


CREATE UNIQUE INDEX ix_agreements_position_dispute_step_organisation_number ON agreements_position (dispute, step, organisation, number);


CREATE INDEX ix_agreements_response_consultation_consultee ON agreements_response (consultation, consultee);


CREATE UNIQUE INDEX ix_agreements_response_consultee_number ON agreements_response (consultee, number);


CREATE INDEX ix_agreements_response_file_response ON agreements_response_file (response);


CREATE UNIQUE INDEX ix_agreements_round_agreement_number ON agreements_round (agreement, number);


CREATE UNIQUE INDEX ix_agreements_text_agreement_number ON agreements_text (agreement, number);


CREATE INDEX ix_api_delivery_area_happened_at ON api_delivery (area, happened_at);


CREATE INDEX ix_api_delivery_webhook_state ON api_delivery (webhook, state);


CREATE INDEX ix_api_webhook_area_state ON api_webhook (area, state);


CREATE INDEX ix_disclosure_item_request ON disclosure_item (request);


CREATE INDEX ix_disclosure_request_area_owner_received_on ON disclosure_request (area, owner, received_on);


CREATE INDEX ix_import_batch_area_at ON import_batch (area, at);


CREATE INDEX ix_import_confirmation_area_meeting ON import_confirmation (area, meeting);


CREATE UNIQUE INDEX ix_import_document_area_batch_position ON import_document (area, batch, position);


CREATE UNIQUE INDEX ix_import_document_area_sha256 ON import_document (area, sha256);


CREATE INDEX ix_import_document_batch ON import_document (batch);


CREATE INDEX ix_mail_enclosure_area_until ON mail_enclosure (area, until);


CREATE INDEX ix_mail_message_area_about ON mail_message (area, about);


CREATE INDEX ix_meetings_adjustment_comment_meeting_at ON meetings_adjustment_comment (meeting, at);


CREATE INDEX ix_meetings_agenda_document_meeting_item ON meetings_agenda_document (meeting, item);


CREATE INDEX ix_meetings_announcement_announced_by ON meetings_announcement (announced_by);


CREATE UNIQUE INDEX ix_meetings_approval_text_person ON meetings_approval (text, person);


CREATE INDEX ix_meetings_attendance_area_organisation_meeting_presence ON meetings_attendance (area, organisation, meeting, presence);


CREATE INDEX ix_meetings_attendance_area_person ON meetings_attendance (area, person);


CREATE INDEX ix_meetings_backlog_area_body_withdrawn_at ON meetings_backlog (area, body, withdrawn_at);


CREATE INDEX ix_meetings_backlog_asked_by ON meetings_backlog (asked_by);


CREATE INDEX ix_meetings_backlog_meeting ON meetings_backlog (meeting);


CREATE INDEX ix_meetings_backlog_sent_as ON meetings_backlog (sent_as);


CREATE INDEX ix_meetings_correction_meeting_at ON meetings_correction (meeting, at);


CREATE INDEX ix_meetings_decision_area_body_on_meeting ON meetings_decision (area, body, "on", meeting);


CREATE UNIQUE INDEX ix_meetings_decision_area_number ON meetings_decision (area, number);


CREATE INDEX ix_meetings_decision_area_on_meeting_position_body_outcome ON meetings_decision (area, "on" DESC, meeting, position, body, outcome);


CREATE INDEX ix_meetings_decision_meeting ON meetings_decision (meeting);


CREATE INDEX ix_meetings_discussion_group_discussion ON meetings_discussion_group (discussion);


CREATE INDEX ix_meetings_dispatch_area_on_meeting ON meetings_dispatch (area, "on", meeting);


CREATE INDEX ix_meetings_dispatch_area_organisation_state ON meetings_dispatch (area, organisation, state);


CREATE UNIQUE INDEX ix_meetings_dispatch_meeting_organisation ON meetings_dispatch (meeting, organisation);


CREATE UNIQUE INDEX ix_meetings_dispatch_meeting_running ON meetings_dispatch (meeting, running);


CREATE INDEX ix_meetings_dispatch_text ON meetings_dispatch (text);


CREATE INDEX ix_meetings_draft_item_backlog ON meetings_draft_item (backlog);


CREATE INDEX ix_meetings_draft_item_meeting_position ON meetings_draft_item (meeting, position);


CREATE UNIQUE INDEX ix_meetings_evaluation_body_year ON meetings_evaluation (body, year);


CREATE INDEX ix_meetings_evaluation_answer_evaluation ON meetings_evaluation_answer (evaluation);


CREATE INDEX ix_meetings_evaluation_invitation_area_person ON meetings_evaluation_invitation (area, person);


CREATE UNIQUE INDEX ix_meetings_frozen_text_meeting_version ON meetings_frozen_text (meeting, version);


CREATE INDEX ix_meetings_group_discussion_item ON meetings_group_discussion (item);


CREATE INDEX ix_meetings_group_discussion_meeting ON meetings_group_discussion (meeting);


CREATE INDEX ix_meetings_group_line_discussion ON meetings_group_line (discussion);


CREATE INDEX ix_meetings_group_line_group ON meetings_group_line ("group");


CREATE INDEX ix_meetings_meeting_area_body_on ON meetings_meeting (area, body, "on");


CREATE INDEX ix_meetings_meeting_area_document ON meetings_meeting (area, document);


CREATE INDEX ix_meetings_meeting_area_on ON meetings_meeting (area, "on");


CREATE INDEX ix_meetings_meeting_published ON meetings_meeting (area, "on", body) WHERE publication is not null;


CREATE INDEX ix_meetings_meeting_replaced_by ON meetings_meeting (replaced_by);


CREATE INDEX ix_meetings_note_item ON meetings_note (item);


CREATE INDEX ix_meetings_note_meeting_item_position ON meetings_note (meeting, item, position);


CREATE INDEX ix_meetings_notice_recipient_area_person ON meetings_notice_recipient (area, person);


CREATE INDEX ix_meetings_notice_recipient_meeting_position ON meetings_notice_recipient (meeting, position);


CREATE INDEX ix_meetings_objection_text ON meetings_objection (text);


CREATE INDEX ix_meetings_participant_area_person ON meetings_participant (area, person);


CREATE INDEX ix_meetings_participant_meeting_position ON meetings_participant (meeting, position);


CREATE INDEX ix_meetings_publication_area_at ON meetings_publication (area, at);


CREATE UNIQUE INDEX ix_meetings_publication_meeting ON meetings_publication (meeting) WHERE withdrawn_at is null;


CREATE INDEX ix_meetings_question_area_on ON meetings_question (area, "on");


CREATE UNIQUE INDEX ix_meetings_question_meeting_position ON meetings_question (meeting, position);


CREATE INDEX ix_meetings_sealed_minutes_text ON meetings_sealed_minutes (text);


CREATE INDEX ix_meetings_series_area_body ON meetings_series (area, body);


CREATE INDEX ix_meetings_series_day_area_meeting ON meetings_series_day (area, meeting);


CREATE INDEX ix_meetings_series_day_meeting ON meetings_series_day (meeting);


CREATE INDEX ix_meetings_speech_item_position ON meetings_speech (item, position);


CREATE INDEX ix_meetings_speech_meeting ON meetings_speech (meeting);


CREATE INDEX ix_meetings_speech_participant ON meetings_speech (participant);


CREATE INDEX ix_organisations_access_token_area_person ON organisations_access_token (area, person);


CREATE UNIQUE INDEX ix_organisations_access_token_area_secret_hash ON organisations_access_token (area, secret_hash);


CREATE INDEX ix_organisations_access_token_area_system ON organisations_access_token (area, system);


CREATE INDEX ix_organisations_access_token_person ON organisations_access_token (person);


CREATE INDEX ix_organisations_access_token_system ON organisations_access_token (system);


CREATE UNIQUE INDEX ix_organisations_account_person_account_area ON organisations_account_person (account, area);


CREATE UNIQUE INDEX ix_organisations_area_slug ON organisations_area (slug);


CREATE UNIQUE INDEX ix_organisations_body_area_code ON organisations_body (area, code);


CREATE INDEX ix_organisations_body_area_name_sort ON organisations_body (area, name_sort);


CREATE INDEX ix_organisations_body_owner ON organisations_body (owner);


CREATE INDEX ix_organisations_body_parent ON organisations_body (parent);


CREATE INDEX ix_organisations_body_alias_body ON organisations_body_alias (body);


CREATE UNIQUE INDEX ix_organisations_calendar_key_area_key_hash ON organisations_calendar_key (area, key_hash);


CREATE INDEX ix_organisations_calendar_key_area_person ON organisations_calendar_key (area, person);


CREATE INDEX ix_organisations_calendar_key_person ON organisations_calendar_key (person);


CREATE INDEX ix_organisations_contact_way_area_organisation ON organisations_contact_way (area, organisation);


CREATE INDEX ix_organisations_contact_way_organisation ON organisations_contact_way (organisation);


CREATE INDEX ix_organisations_function_area_person ON organisations_function (area, person);


CREATE INDEX ix_organisations_function_organisation ON organisations_function (organisation);


CREATE INDEX ix_organisations_function_person ON organisations_function (person);


CREATE UNIQUE INDEX ix_organisations_invitation_key_hash ON organisations_invitation (key_hash);


CREATE INDEX ix_organisations_invitation_person ON organisations_invitation (person);


CREATE INDEX ix_organisations_kept_form_created_at ON organisations_kept_form (created_at);


CREATE INDEX ix_organisations_login_account ON organisations_login (account);


CREATE INDEX ix_organisations_membership_area_body ON organisations_membership (area, body);


CREATE INDEX ix_organisations_membership_area_person ON organisations_membership (area, person);


CREATE INDEX ix_organisations_membership_body ON organisations_membership (body);


CREATE INDEX ix_organisations_membership_person ON organisations_membership (person);


CREATE INDEX ix_organisations_membership_seat ON organisations_membership (seat);


CREATE INDEX ix_organisations_obeyed_logout_expires_at ON organisations_obeyed_logout (expires_at);


CREATE UNIQUE INDEX ix_organisations_organisation_area_code ON organisations_organisation (area, code);


CREATE INDEX ix_organisations_organisation_area_name_sort ON organisations_organisation (area, name_sort);


CREATE INDEX ix_organisations_passkey_account ON organisations_passkey (account);


CREATE INDEX ix_organisations_person_area_folded ON organisations_person (area, folded);


CREATE INDEX ix_organisations_person_area_mail ON organisations_person (area, mail);


CREATE INDEX ix_organisations_person_area_name_sort ON organisations_person (area, name_sort);


CREATE INDEX ix_organisations_person_organisation ON organisations_person (organisation);


CREATE INDEX ix_organisations_person_alias_person ON organisations_person_alias (person);


CREATE INDEX ix_organisations_protected_name_area ON organisations_protected_name (area);


CREATE INDEX ix_organisations_saved_view_area_person_at ON organisations_saved_view (area, person, at);


CREATE INDEX ix_organisations_saved_view_person ON organisations_saved_view (person);


CREATE INDEX ix_organisations_seat_area_body_position ON organisations_seat (area, body, position);


CREATE INDEX ix_organisations_seat_body ON organisations_seat (body);


CREATE INDEX ix_organisations_seat_organisation ON organisations_seat (organisation);


CREATE INDEX ix_organisations_session_account ON organisations_session (account);


CREATE INDEX ix_organisations_session_expires_at ON organisations_session (expires_at);


CREATE INDEX ix_organisations_session_issuer_subject ON organisations_session (issuer, subject);


CREATE UNIQUE INDEX ix_organisations_session_key_hash ON organisations_session (key_hash);


CREATE INDEX ix_organisations_standing_area_body ON organisations_standing (area, body);


CREATE INDEX ix_organisations_standing_area_person ON organisations_standing (area, person);


CREATE INDEX ix_organisations_standing_body ON organisations_standing (body);


CREATE INDEX ix_organisations_standing_person ON organisations_standing (person);


CREATE INDEX ix_organisations_system_area_name_sort ON organisations_system (area, name_sort);


CREATE INDEX ix_organisations_system_organisation ON organisations_system (organisation);


CREATE INDEX ix_plans_act_assignment_id ON plans_act (assignment, id);


CREATE INDEX ix_plans_act_meeting ON plans_act (meeting);


CREATE INDEX ix_plans_assignment_area_assignee_organisation ON plans_assignment (area, assignee_organisation);


CREATE INDEX ix_plans_assignment_area_assignee_person ON plans_assignment (area, assignee_person);


CREATE INDEX ix_plans_assignment_area_assignee_role_body ON plans_assignment (area, assignee_role, body);


CREATE INDEX ix_plans_assignment_area_body_on_meeting ON plans_assignment (area, body, "on", meeting);


CREATE INDEX ix_plans_assignment_area_due_order_id ON plans_assignment (area, due_order, id);


CREATE INDEX ix_plans_assignment_area_on_id_meeting_body_due_order_state ON plans_assignment (area, "on", id, meeting, body, due_order, state);


CREATE INDEX ix_plans_assignment_meeting ON plans_assignment (meeting);


CREATE INDEX ix_plans_coworker_area_person ON plans_coworker (area, person);


CREATE INDEX ix_plans_coworker_assignment ON plans_coworker (assignment);


CREATE INDEX ix_plans_deadline_area_date_last ON plans_deadline (area, date_last);


CREATE INDEX ix_plans_deadline_meeting ON plans_deadline (meeting);


CREATE INDEX ix_plans_deferral_area_on_id ON plans_deferral (area, "on", id);


CREATE INDEX ix_plans_deferral_area_to_order_id ON plans_deferral (area, to_order, id);


CREATE INDEX ix_plans_deferral_body_state ON plans_deferral (body, state);


CREATE INDEX ix_plans_deferral_meeting ON plans_deferral (meeting);


CREATE INDEX ix_plans_document_assignment ON plans_document (assignment);


CREATE INDEX ix_public_feedback_area_at ON public_feedback (area, at);


CREATE INDEX ix_public_subscription_area_confirmed_at_asked_at ON public_subscription (area, confirmed_at, asked_at);


CREATE INDEX ix_public_subscription_area_mail ON public_subscription (area, mail);


CREATE INDEX ix_search_entry_area_follows ON search_entry (area, follows);


CREATE UNIQUE INDEX ix_search_term_area_stem ON search_term (area, stem);


CREATE INDEX ix_search_waiting_area_id ON search_waiting (area, id);


CREATE INDEX ix_storage_history_area_at_number ON storage_history (area, at, number);


CREATE INDEX ix_storage_history_area_by_at_number ON storage_history (area, by, at, number);


CREATE INDEX ix_storage_history_area_kind_at_number ON storage_history (area, kind, at, number);


CREATE INDEX ix_storage_history_area_subject_at_number ON storage_history (area, subject, at, number);


CREATE INDEX ix_storage_history_origin_area_at ON storage_history_origin (area, at);


CREATE INDEX ix_storage_outbox_done_at_due ON storage_outbox (done_at, due);


ALTER TABLE agreements_act ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreements_act FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON agreements_act USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE agreements_adoption ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreements_adoption FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON agreements_adoption USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE agreements_adoption_act ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreements_adoption_act FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON agreements_adoption_act USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE agreements_adoption_paper ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreements_adoption_paper FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON agreements_adoption_paper USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE agreements_agreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreements_agreement FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON agreements_agreement USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE agreements_certificate ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreements_certificate FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON agreements_certificate USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE agreements_consultation ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreements_consultation FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON agreements_consultation USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE agreements_consultee ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreements_consultee FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON agreements_consultee USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE agreements_consultee_act ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreements_consultee_act FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON agreements_consultee_act USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE agreements_dispute ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreements_dispute FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON agreements_dispute USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE agreements_dispute_act ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreements_dispute_act FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON agreements_dispute_act USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE agreements_dispute_party ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreements_dispute_party FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON agreements_dispute_party USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE agreements_dispute_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreements_dispute_step FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON agreements_dispute_step USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE agreements_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreements_file FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON agreements_file USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE agreements_ladder ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreements_ladder FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON agreements_ladder USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE agreements_mention ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreements_mention FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON agreements_mention USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE agreements_party ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreements_party FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON agreements_party USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE agreements_position ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreements_position FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON agreements_position USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE agreements_reply ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreements_reply FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON agreements_reply USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE agreements_response ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreements_response FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON agreements_response USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE agreements_response_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreements_response_file FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON agreements_response_file USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE agreements_response_remark ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreements_response_remark FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON agreements_response_remark USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE agreements_round ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreements_round FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON agreements_round USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE agreements_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreements_text FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON agreements_text USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE agreements_withdrawn_meeting ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreements_withdrawn_meeting FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON agreements_withdrawn_meeting USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE api_delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_delivery FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON api_delivery USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE api_noted ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_noted FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON api_noted USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE api_webhook ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_webhook FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON api_webhook USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE disclosure_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE disclosure_item FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON disclosure_item USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE disclosure_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE disclosure_request FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON disclosure_request USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE import_batch ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_batch FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON import_batch USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE import_chunk ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_chunk FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON import_chunk USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE import_confirmation ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_confirmation FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON import_confirmation USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE import_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_document FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON import_document USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE import_reading ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_reading FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON import_reading USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE import_undoing ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_undoing FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON import_undoing USING (exists (select from import_confirmation whole where whole.document = import_undoing.document and whole.number = import_undoing.number)) WITH CHECK (exists (select from import_confirmation whole where whole.document = import_undoing.document and whole.number = import_undoing.number));

ALTER TABLE mail_enclosure ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_enclosure FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON mail_enclosure USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE mail_message ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_message FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON mail_message USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_adjustment_comment ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_adjustment_comment FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_adjustment_comment USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_agenda_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_agenda_document FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_agenda_document USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_agenda_template ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_agenda_template FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_agenda_template USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_agenda_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_agenda_version FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_agenda_version USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_announcement ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_announcement FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_announcement USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_approval ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_approval FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_approval USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_attachment ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_attachment FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_attachment USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_attendance ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_attendance FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_attendance USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_backlog ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_backlog FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_backlog USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_correction ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_correction FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_correction USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_decision FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_decision USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_discussion_group ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_discussion_group FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_discussion_group USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_dispatch ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_dispatch FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_dispatch USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_dispatch_act ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_dispatch_act FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_dispatch_act USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_draft_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_draft_item FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_draft_item USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_evaluation ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_evaluation FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_evaluation USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_evaluation_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_evaluation_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_evaluation_answer USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_evaluation_invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_evaluation_invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_evaluation_invitation USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_frozen_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_frozen_text FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_frozen_text USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_group_discussion ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_group_discussion FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_group_discussion USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_group_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_group_line FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_group_line USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_group_line_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_group_line_version FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_group_line_version USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_item FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_item USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_meeting ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_meeting FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_meeting USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_note FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_note USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_note_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_note_version FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_note_version USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_notice FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_notice USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_notice_recipient ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_notice_recipient FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_notice_recipient USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_objection ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_objection FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_objection USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_participant ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_participant FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_participant USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_proposed_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_proposed_item FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_proposed_item USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_publication ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_publication FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_publication USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_published_mask ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_published_mask FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_published_mask USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_question ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_question FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_question USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_read_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_read_text FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_read_text USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_sealed_minutes ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_sealed_minutes FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_sealed_minutes USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_series ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_series FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_series USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_series_day ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_series_day FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_series_day USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_speech ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_speech FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_speech USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE meetings_withdrawal ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings_withdrawal FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON meetings_withdrawal USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE organisations_access_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations_access_token FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON organisations_access_token USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE organisations_body ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations_body FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON organisations_body USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE organisations_body_alias ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations_body_alias FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON organisations_body_alias USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE organisations_body_rules ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations_body_rules FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON organisations_body_rules USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE organisations_calendar_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations_calendar_key FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON organisations_calendar_key USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE organisations_contact_way ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations_contact_way FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON organisations_contact_way USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE organisations_function ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations_function FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON organisations_function USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE organisations_membership ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations_membership FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON organisations_membership USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE organisations_organisation ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations_organisation FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON organisations_organisation USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE organisations_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations_person FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON organisations_person USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE organisations_person_alias ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations_person_alias FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON organisations_person_alias USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE organisations_protected_name ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations_protected_name FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON organisations_protected_name USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE organisations_saved_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations_saved_view FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON organisations_saved_view USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE organisations_seat ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations_seat FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON organisations_seat USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE organisations_standing ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations_standing FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON organisations_standing USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE organisations_system ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations_system FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON organisations_system USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE plans_act ENABLE ROW LEVEL SECURITY;
ALTER TABLE plans_act FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON plans_act USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE plans_assignment ENABLE ROW LEVEL SECURITY;
ALTER TABLE plans_assignment FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON plans_assignment USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE plans_coworker ENABLE ROW LEVEL SECURITY;
ALTER TABLE plans_coworker FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON plans_coworker USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE plans_deadline ENABLE ROW LEVEL SECURITY;
ALTER TABLE plans_deadline FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON plans_deadline USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE plans_deferral ENABLE ROW LEVEL SECURITY;
ALTER TABLE plans_deferral FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON plans_deferral USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE plans_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE plans_document FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON plans_document USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE plans_withdrawn_meeting ENABLE ROW LEVEL SECURITY;
ALTER TABLE plans_withdrawn_meeting FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON plans_withdrawn_meeting USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE public_feedback ENABLE ROW LEVEL SECURITY;
ALTER TABLE public_feedback FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON public_feedback USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE public_subscription ENABLE ROW LEVEL SECURITY;
ALTER TABLE public_subscription FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON public_subscription USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE search_block ENABLE ROW LEVEL SECURITY;
ALTER TABLE search_block FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON search_block USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE search_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE search_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON search_entry USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE search_posting ENABLE ROW LEVEL SECURITY;
ALTER TABLE search_posting FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON search_posting USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE search_state ENABLE ROW LEVEL SECURITY;
ALTER TABLE search_state FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON search_state USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE search_term ENABLE ROW LEVEL SECURITY;
ALTER TABLE search_term FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON search_term USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE search_waiting ENABLE ROW LEVEL SECURITY;
ALTER TABLE search_waiting FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON search_waiting USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE storage_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE storage_history FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON storage_history USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE storage_history_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE storage_history_head FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON storage_history_head USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);

ALTER TABLE storage_history_origin ENABLE ROW LEVEL SECURITY;
ALTER TABLE storage_history_origin FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON storage_history_origin USING (area = nullif(current_setting('samverk.area', true), '')::uuid) WITH CHECK (area = nullif(current_setting('samverk.area', true), '')::uuid);


