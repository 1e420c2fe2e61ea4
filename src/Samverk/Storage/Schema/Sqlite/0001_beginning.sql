CREATE TABLE "agreements_agreement" (
    "id" TEXT NOT NULL CONSTRAINT "pk_agreements_agreement" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_sort" BLOB NOT NULL,
    "folded" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "kept_on" TEXT NULL,
    "body" TEXT NULL,
    "about" TEXT NULL,
    "legal_basis" TEXT NULL,
    "responsible" TEXT NULL,
    "valid_to" TEXT NULL,
    "review_on" TEXT NULL,
    "replaces" TEXT NULL,
    "under" TEXT NULL,
    "rule" TEXT NOT NULL,
    "report_to" TEXT NULL,
    "answer_days" INTEGER NOT NULL,
    "state" TEXT NULL,
    "version_in_force" INTEGER NULL,
    "in_force_from" TEXT NULL,
    "warned" TEXT NULL,
    "edition" INTEGER NOT NULL
);


CREATE TABLE "agreements_withdrawn_meeting" (
    "meeting" TEXT NOT NULL CONSTRAINT "pk_agreements_withdrawn_meeting" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NULL
);


CREATE TABLE "api_noted" (
    "id" TEXT NOT NULL CONSTRAINT "pk_api_noted" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "at" TEXT NOT NULL
);


CREATE TABLE "api_webhook" (
    "id" TEXT NOT NULL CONSTRAINT "pk_api_webhook" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_sort" BLOB NOT NULL,
    "address" TEXT NOT NULL,
    "types" TEXT NOT NULL,
    "secret" BLOB NOT NULL,
    "secret_before" BLOB NULL,
    "secret_before_until" TEXT NULL,
    "site" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "failing_since" TEXT NULL,
    "failures" INTEGER NOT NULL,
    "rests_until" TEXT NULL
);


CREATE TABLE "disclosure_request" (
    "id" TEXT NOT NULL CONSTRAINT "pk_disclosure_request" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "received_on" TEXT NOT NULL,
    "case_number" TEXT NULL,
    "from" TEXT NULL,
    "to" TEXT NULL,
    "bodies" TEXT NOT NULL,
    "people" TEXT NOT NULL,
    "words" TEXT NULL,
    "created_at" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "answered_at" TEXT NULL,
    "answered_by" TEXT NULL,
    "decided_by" TEXT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "import_batch" (
    "id" TEXT NOT NULL CONSTRAINT "pk_import_batch" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NULL
);


CREATE TABLE "mail_enclosure" (
    "id" TEXT NOT NULL CONSTRAINT "pk_mail_enclosure" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BLOB NOT NULL,
    "until" TEXT NOT NULL
);


CREATE TABLE "mail_message" (
    "id" TEXT NOT NULL CONSTRAINT "pk_mail_message" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "to_name" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" BLOB NULL,
    "created_at" TEXT NOT NULL,
    "until" TEXT NOT NULL,
    "sent_at" TEXT NULL,
    "attempts" INTEGER NOT NULL,
    "problem" TEXT NULL,
    "after" TEXT NULL,
    "only_if_sent" INTEGER NOT NULL,
    "enclosures" TEXT NOT NULL
);


CREATE TABLE "meetings_adjustment_comment" (
    "id" TEXT NOT NULL CONSTRAINT "pk_meetings_adjustment_comment" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "meeting" TEXT NOT NULL,
    "item" TEXT NULL,
    "version" INTEGER NOT NULL,
    "person" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "at" TEXT NOT NULL
);


CREATE TABLE "meetings_agenda_template" (
    "body" TEXT NOT NULL CONSTRAINT "pk_meetings_agenda_template" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "items" TEXT NOT NULL
);


CREATE TABLE "meetings_correction" (
    "id" TEXT NOT NULL CONSTRAINT "pk_meetings_correction" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "meeting" TEXT NOT NULL,
    "item" TEXT NULL,
    "words" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "means" TEXT NOT NULL,
    "at" TEXT NOT NULL
);


CREATE TABLE "meetings_evaluation" (
    "id" TEXT NOT NULL CONSTRAINT "pk_meetings_evaluation" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last_day" TEXT NOT NULL,
    "own" TEXT NOT NULL,
    "opened_at" TEXT NOT NULL,
    "opened_by" TEXT NOT NULL,
    "closed_at" TEXT NULL
);


CREATE TABLE "meetings_meeting" (
    "id" TEXT NOT NULL CONSTRAINT "pk_meetings_meeting" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "start" TEXT NULL,
    "end" TEXT NULL,
    "place" TEXT NULL,
    "format" TEXT NULL,
    "minutes_kind" TEXT NULL,
    "case_number" TEXT NULL,
    "chair" TEXT NULL,
    "secretary" TEXT NULL,
    "adjusters" TEXT NOT NULL,
    "adjusted_on" TEXT NULL,
    "document" TEXT NULL,
    "is_announced" INTEGER NOT NULL,
    "replaced_by" TEXT NULL,
    "in_record_since" TEXT NULL,
    "acting_chair" TEXT NULL,
    "acting_secretary" TEXT NULL,
    "called_at" TEXT NULL,
    "started_at" TEXT NULL,
    "ended_at" TEXT NULL,
    "cancelled_at" TEXT NULL,
    "frozen_as" TEXT NULL,
    "publication" TEXT NULL,
    "cancelled_for" TEXT NULL,
    "sequence" INTEGER NOT NULL
);


CREATE TABLE "meetings_read_text" (
    "meeting" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "area" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "pk_meetings_read_text" PRIMARY KEY ("meeting", "person", "version")
);


CREATE TABLE "meetings_series" (
    "id" TEXT NOT NULL CONSTRAINT "pk_meetings_series" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "weekday" TEXT NOT NULL,
    "every" INTEGER NOT NULL,
    "nth" INTEGER NOT NULL,
    "first_day" TEXT NOT NULL,
    "last_day" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NOT NULL
);


CREATE TABLE "organisations_account" (
    "id" TEXT NOT NULL CONSTRAINT "pk_organisations_account" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "created_at" TEXT NOT NULL
);


CREATE TABLE "organisations_area" (
    "id" TEXT NOT NULL CONSTRAINT "pk_organisations_area" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "created_at" TEXT NOT NULL
);


CREATE TABLE "organisations_kept_form" (
    "key_hash" BLOB NOT NULL CONSTRAINT "pk_organisations_kept_form" PRIMARY KEY,
    "account" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "content" BLOB NOT NULL,
    "created_at" TEXT NOT NULL
);


CREATE TABLE "organisations_obeyed_logout" (
    "issuer" TEXT NOT NULL,
    "jti" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL,
    CONSTRAINT "pk_organisations_obeyed_logout" PRIMARY KEY ("issuer", "jti")
);


CREATE TABLE "organisations_organisation" (
    "id" TEXT NOT NULL CONSTRAINT "pk_organisations_organisation" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_sort" BLOB NOT NULL,
    "code" TEXT NULL
);


CREATE TABLE "plans_assignment" (
    "id" TEXT NOT NULL CONSTRAINT "pk_plans_assignment" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "text_folded" TEXT NOT NULL,
    "assignee" TEXT NULL,
    "assignee_person" TEXT NULL,
    "assignee_organisation" TEXT NULL,
    "assignee_role" TEXT NULL,
    "due" TEXT NULL,
    "due_last" TEXT NULL,
    "due_order" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reported_at" TEXT NULL,
    "address" TEXT NULL,
    "told_at" TEXT NULL,
    "reminded_at" TEXT NULL,
    "late_told_at" TEXT NULL,
    "source_end" INTEGER NOT NULL,
    "source_page" INTEGER NULL,
    "source_start" INTEGER NOT NULL,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "meeting" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "item" TEXT NULL
);


CREATE TABLE "plans_deadline" (
    "id" TEXT NOT NULL CONSTRAINT "pk_plans_deadline" PRIMARY KEY,
    "what" TEXT NOT NULL,
    "what_folded" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "date_last" TEXT NOT NULL,
    "source_end" INTEGER NOT NULL,
    "source_page" INTEGER NULL,
    "source_start" INTEGER NOT NULL,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "meeting" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "item" TEXT NULL
);


CREATE TABLE "plans_deferral" (
    "id" TEXT NOT NULL CONSTRAINT "pk_plans_deferral" PRIMARY KEY,
    "what" TEXT NOT NULL,
    "what_folded" TEXT NOT NULL,
    "why" TEXT NULL,
    "to" TEXT NULL,
    "to_order" TEXT NOT NULL,
    "matter" TEXT NULL,
    "thread" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "returned_to" TEXT NULL,
    "returned_on" TEXT NULL,
    "returned_as" TEXT NULL,
    "source_end" INTEGER NOT NULL,
    "source_page" INTEGER NULL,
    "source_start" INTEGER NOT NULL,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "meeting" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "item" TEXT NULL
);


CREATE TABLE "plans_withdrawn_meeting" (
    "meeting" TEXT NOT NULL CONSTRAINT "pk_plans_withdrawn_meeting" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NULL
);


CREATE TABLE "public_feedback" (
    "id" TEXT NOT NULL CONSTRAINT "pk_public_feedback" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "page" TEXT NULL,
    "mail" TEXT NULL,
    "at" TEXT NOT NULL,
    "handled_at" TEXT NULL,
    "handled_by" TEXT NULL
);


CREATE TABLE "public_subscription" (
    "id" TEXT NOT NULL CONSTRAINT "pk_public_subscription" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "mail" TEXT NOT NULL,
    "body" TEXT NULL,
    "site" TEXT NOT NULL,
    "asked_at" TEXT NOT NULL,
    "confirmed_at" TEXT NULL,
    "told_until" TEXT NULL
);


CREATE TABLE "search_block" (
    "area" TEXT NOT NULL,
    "block" INTEGER NOT NULL,
    "entries" BLOB NOT NULL,
    CONSTRAINT "pk_search_block" PRIMARY KEY ("area", "block")
);


CREATE TABLE "search_entry" (
    "area" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "follows" TEXT NOT NULL,
    "kind" INTEGER NOT NULL,
    "thing" TEXT NOT NULL,
    "body" TEXT NULL,
    "on" TEXT NULL,
    "title" TEXT NOT NULL,
    "note" TEXT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "pk_search_entry" PRIMARY KEY ("area", "number")
);


CREATE TABLE "search_posting" (
    "area" TEXT NOT NULL,
    "term" INTEGER NOT NULL,
    "block" INTEGER NOT NULL,
    "hits" BLOB NOT NULL,
    CONSTRAINT "pk_search_posting" PRIMARY KEY ("area", "term", "block")
);


CREATE TABLE "search_state" (
    "area" TEXT NOT NULL CONSTRAINT "pk_search_state" PRIMARY KEY,
    "epoch" TEXT NOT NULL,
    "terms" INTEGER NOT NULL
);


CREATE TABLE "search_term" (
    "area" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "stem" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    CONSTRAINT "pk_search_term" PRIMARY KEY ("area", "number")
);


CREATE TABLE "search_waiting" (
    "id" TEXT NOT NULL CONSTRAINT "pk_search_waiting" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "what" INTEGER NOT NULL,
    "about" TEXT NOT NULL
);


CREATE TABLE "storage_history" (
    "area" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NULL,
    "acted_for" TEXT NULL,
    "subject" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "told" TEXT NOT NULL,
    "salt" BLOB NOT NULL,
    "payload_hash" BLOB NOT NULL,
    "previous" BLOB NOT NULL,
    "hash" BLOB NOT NULL,
    "folded" TEXT NOT NULL,
    CONSTRAINT "pk_storage_history" PRIMARY KEY ("area", "number")
);


CREATE TABLE "storage_history_head" (
    "area" TEXT NOT NULL CONSTRAINT "pk_storage_history_head" PRIMARY KEY,
    "number" INTEGER NOT NULL,
    "hash" BLOB NOT NULL
);


CREATE TABLE "storage_history_origin" (
    "area" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "browser" TEXT NULL,
    CONSTRAINT "pk_storage_history_origin" PRIMARY KEY ("area", "number")
);


CREATE TABLE "storage_key" (
    "name" TEXT NOT NULL CONSTRAINT "pk_storage_key" PRIMARY KEY,
    "xml" TEXT NOT NULL
);


CREATE TABLE "storage_mark" (
    "name" TEXT NOT NULL CONSTRAINT "pk_storage_mark" PRIMARY KEY,
    "value" TEXT NOT NULL
);


CREATE TABLE "storage_outbox" (
    "id" TEXT NOT NULL CONSTRAINT "pk_storage_outbox" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "due" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "done_at" TEXT NULL,
    "problem" TEXT NULL
);


CREATE TABLE "agreements_act" (
    "agreement" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "area" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "words" TEXT NULL,
    "version" INTEGER NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NULL,
    "by_name" TEXT NULL,
    CONSTRAINT "pk_agreements_act" PRIMARY KEY ("agreement", "position"),
    CONSTRAINT "fk_agreements_act_agreements_agreement_agreement" FOREIGN KEY ("agreement") REFERENCES "agreements_agreement" ("id") ON DELETE RESTRICT
);


CREATE TABLE "agreements_certificate" (
    "id" TEXT NOT NULL CONSTRAINT "pk_agreements_certificate" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "agreement" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "parties" INTEGER NOT NULL,
    "pdf" BLOB NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "fk_agreements_certificate_agreements_agreement_agreement" FOREIGN KEY ("agreement") REFERENCES "agreements_agreement" ("id") ON DELETE RESTRICT
);


CREATE TABLE "agreements_consultation" (
    "id" TEXT NOT NULL CONSTRAINT "pk_agreements_consultation" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "meeting" TEXT NULL,
    "on" TEXT NOT NULL,
    "item" TEXT NULL,
    "subject" TEXT NOT NULL,
    "subject_folded" TEXT NOT NULL,
    "deadline" TEXT NULL,
    "deadline_last" TEXT NULL,
    "respond_to" TEXT NULL,
    "until" TEXT NULL,
    "agreement" TEXT NULL,
    "version" INTEGER NULL,
    "text_seal" TEXT NULL,
    "about" TEXT NULL,
    "questions" TEXT NOT NULL,
    "opened_at" TEXT NULL,
    "closed_at" TEXT NULL,
    "compiled_at" TEXT NULL,
    "site" TEXT NULL,
    "sent_by" TEXT NULL,
    "edition" INTEGER NOT NULL,
    "source_end" INTEGER NOT NULL,
    "source_page" INTEGER NULL,
    "source_start" INTEGER NOT NULL,
    CONSTRAINT "fk_agreements_consultation_agreements_agreement_agreement" FOREIGN KEY ("agreement") REFERENCES "agreements_agreement" ("id") ON DELETE RESTRICT
);


CREATE TABLE "agreements_dispute" (
    "id" TEXT NOT NULL CONSTRAINT "pk_agreements_dispute" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "agreement" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_folded" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "tried" TEXT NOT NULL,
    "raised_for" TEXT NULL,
    "raised_on" TEXT NOT NULL,
    "raised_by" TEXT NOT NULL,
    "raised_by_name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "step_body" TEXT NULL,
    "started_on" TEXT NOT NULL,
    "last_day" TEXT NOT NULL,
    "ended_on" TEXT NULL,
    "noted_at" TEXT NULL,
    "told" INTEGER NOT NULL,
    "site" TEXT NOT NULL,
    CONSTRAINT "fk_agreements_dispute_agreements_agreement_agreement" FOREIGN KEY ("agreement") REFERENCES "agreements_agreement" ("id") ON DELETE RESTRICT
);


CREATE TABLE "agreements_file" (
    "id" TEXT NOT NULL CONSTRAINT "pk_agreements_file" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "agreement" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BLOB NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "added_at" TEXT NOT NULL,
    "added_by" TEXT NOT NULL,
    "added_by_name" TEXT NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "fk_agreements_file_agreements_agreement_agreement" FOREIGN KEY ("agreement") REFERENCES "agreements_agreement" ("id") ON DELETE RESTRICT
);


CREATE TABLE "agreements_ladder" (
    "agreement" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "area" TEXT NOT NULL,
    "steps" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    CONSTRAINT "pk_agreements_ladder" PRIMARY KEY ("agreement", "number"),
    CONSTRAINT "fk_agreements_ladder_agreements_agreement_agreement" FOREIGN KEY ("agreement") REFERENCES "agreements_agreement" ("id") ON DELETE RESTRICT
);


CREATE TABLE "agreements_mention" (
    "id" TEXT NOT NULL CONSTRAINT "pk_agreements_mention" PRIMARY KEY,
    "agreement" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NULL,
    "needs_revision" INTEGER NOT NULL,
    "source_end" INTEGER NOT NULL,
    "source_page" INTEGER NULL,
    "source_start" INTEGER NOT NULL,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "meeting" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "item" TEXT NULL,
    CONSTRAINT "fk_agreements_mention_agreements_agreement_agreement" FOREIGN KEY ("agreement") REFERENCES "agreements_agreement" ("id") ON DELETE RESTRICT
);


CREATE TABLE "agreements_party" (
    "id" TEXT NOT NULL CONSTRAINT "pk_agreements_party" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "agreement" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "outside_for" TEXT NULL,
    CONSTRAINT "fk_agreements_party_agreements_agreement_agreement" FOREIGN KEY ("agreement") REFERENCES "agreements_agreement" ("id") ON DELETE CASCADE
);


CREATE TABLE "agreements_round" (
    "id" TEXT NOT NULL CONSTRAINT "pk_agreements_round" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "agreement" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "text_seal" TEXT NOT NULL,
    "meeting" TEXT NULL,
    "body" TEXT NULL,
    "body_name" TEXT NOT NULL,
    "recommended_on" TEXT NOT NULL,
    "item" TEXT NULL,
    "minutes_seal" TEXT NULL,
    "opened_at" TEXT NOT NULL,
    "opened_by" TEXT NULL,
    "answer_by" TEXT NOT NULL,
    "site" TEXT NULL,
    "sent_by" TEXT NULL,
    "reported_at" TEXT NULL,
    "closed_at" TEXT NULL,
    CONSTRAINT "fk_agreements_round_agreements_agreement_agreement" FOREIGN KEY ("agreement") REFERENCES "agreements_agreement" ("id") ON DELETE RESTRICT
);


CREATE TABLE "agreements_text" (
    "id" TEXT NOT NULL CONSTRAINT "pk_agreements_text" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "agreement" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "reason" TEXT NULL,
    "written_at" TEXT NOT NULL,
    "written_by" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "locked_at" TEXT NULL,
    "pdf" BLOB NULL,
    "seal" TEXT NULL,
    CONSTRAINT "fk_agreements_text_agreements_agreement_agreement" FOREIGN KEY ("agreement") REFERENCES "agreements_agreement" ("id") ON DELETE RESTRICT
);


CREATE TABLE "api_delivery" (
    "id" TEXT NOT NULL CONSTRAINT "pk_api_delivery" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "webhook" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "thing" TEXT NOT NULL,
    "happened_at" TEXT NOT NULL,
    "queued_at" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "tried_at" TEXT NULL,
    "next_at" TEXT NULL,
    "status" INTEGER NULL,
    "problem" TEXT NULL,
    CONSTRAINT "fk_api_delivery_api_webhook_webhook" FOREIGN KEY ("webhook") REFERENCES "api_webhook" ("id") ON DELETE RESTRICT
);


CREATE TABLE "disclosure_item" (
    "id" TEXT NOT NULL CONSTRAINT "pk_disclosure_item" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "thing" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "about" TEXT NULL,
    "on" TEXT NOT NULL,
    "outcome" TEXT NULL,
    "law" TEXT NULL,
    "reason" TEXT NULL,
    "hidden" TEXT NULL,
    CONSTRAINT "fk_disclosure_item_disclosure_request_request" FOREIGN KEY ("request") REFERENCES "disclosure_request" ("id") ON DELETE CASCADE
);


CREATE TABLE "import_document" (
    "id" TEXT NOT NULL CONSTRAINT "pk_import_document" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "batch" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL,
    "name_folded" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "read_at" TEXT NULL,
    "problem_code" TEXT NULL,
    "problem_text" TEXT NULL,
    "open_questions" INTEGER NOT NULL,
    "personal_data" INTEGER NOT NULL,
    "body" TEXT NULL,
    "title" TEXT NULL,
    "on" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_import_document_import_batch_batch" FOREIGN KEY ("batch") REFERENCES "import_batch" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_evaluation_answer" (
    "id" TEXT NOT NULL CONSTRAINT "pk_meetings_evaluation_answer" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "evaluation" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "rating" INTEGER NULL,
    "text" TEXT NULL,
    CONSTRAINT "fk_meetings_evaluation_answer_meetings_evaluation_evaluation" FOREIGN KEY ("evaluation") REFERENCES "meetings_evaluation" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_evaluation_invitation" (
    "evaluation" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "has_answered" INTEGER NOT NULL,
    CONSTRAINT "pk_meetings_evaluation_invitation" PRIMARY KEY ("evaluation", "person"),
    CONSTRAINT "fk_meetings_evaluation_invitation_meetings_evaluation_evaluation" FOREIGN KEY ("evaluation") REFERENCES "meetings_evaluation" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_agenda_document" (
    "id" TEXT NOT NULL CONSTRAINT "pk_meetings_agenda_document" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "meeting" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BLOB NOT NULL,
    "added_at" TEXT NOT NULL,
    "added_by" TEXT NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "fk_meetings_agenda_document_meetings_meeting_meeting" FOREIGN KEY ("meeting") REFERENCES "meetings_meeting" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_agenda_version" (
    "meeting" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "agenda" TEXT NOT NULL,
    "pdf" BLOB NOT NULL,
    "sent_at" TEXT NOT NULL,
    "sent_by" TEXT NOT NULL,
    CONSTRAINT "pk_meetings_agenda_version" PRIMARY KEY ("meeting", "version"),
    CONSTRAINT "fk_meetings_agenda_version_meetings_meeting_meeting" FOREIGN KEY ("meeting") REFERENCES "meetings_meeting" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_announcement" (
    "meeting" TEXT NOT NULL,
    "announced_by" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "announced_on" TEXT NOT NULL,
    "start" TEXT NULL,
    "end" TEXT NULL,
    "place" TEXT NULL,
    CONSTRAINT "pk_meetings_announcement" PRIMARY KEY ("meeting", "announced_by"),
    CONSTRAINT "fk_meetings_announcement_meetings_meeting_announced_by" FOREIGN KEY ("announced_by") REFERENCES "meetings_meeting" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_meetings_announcement_meetings_meeting_meeting" FOREIGN KEY ("meeting") REFERENCES "meetings_meeting" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_attachment" (
    "meeting" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "area" TEXT NOT NULL,
    "item" TEXT NULL,
    "name" TEXT NOT NULL,
    "source_end" INTEGER NOT NULL,
    "source_page" INTEGER NULL,
    "source_start" INTEGER NOT NULL,
    CONSTRAINT "pk_meetings_attachment" PRIMARY KEY ("meeting", "position"),
    CONSTRAINT "fk_meetings_attachment_meetings_meeting_meeting" FOREIGN KEY ("meeting") REFERENCES "meetings_meeting" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_attendance" (
    "meeting" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "area" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_sort" BLOB NOT NULL,
    "person" TEXT NULL,
    "organisation_name" TEXT NULL,
    "organisation" TEXT NULL,
    "role" TEXT NOT NULL,
    "presence" TEXT NOT NULL,
    "digital" INTEGER NOT NULL,
    "items" TEXT NOT NULL,
    "note" TEXT NULL,
    "source_end" INTEGER NOT NULL,
    "source_page" INTEGER NULL,
    "source_start" INTEGER NOT NULL,
    CONSTRAINT "pk_meetings_attendance" PRIMARY KEY ("meeting", "position"),
    CONSTRAINT "fk_meetings_attendance_meetings_meeting_meeting" FOREIGN KEY ("meeting") REFERENCES "meetings_meeting" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_backlog" (
    "id" TEXT NOT NULL CONSTRAINT "pk_meetings_backlog" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NULL,
    "asked_from" TEXT NULL,
    "source" TEXT NULL,
    "due_on" TEXT NULL,
    "put_at" TEXT NOT NULL,
    "put_by" TEXT NULL,
    "parked_at" TEXT NULL,
    "parked_until" TEXT NULL,
    "withdrawn_at" TEXT NULL,
    "withdrawn_for" TEXT NULL,
    "meeting" TEXT NULL,
    "item" TEXT NULL,
    "answered_at" TEXT NULL,
    "answer" TEXT NULL,
    "answered_in" TEXT NULL,
    "asked_by" TEXT NULL,
    "sent_to" TEXT NULL,
    "sent_as" TEXT NULL,
    CONSTRAINT "fk_meetings_backlog_meetings_backlog_asked_by" FOREIGN KEY ("asked_by") REFERENCES "meetings_backlog" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_meetings_backlog_meetings_backlog_sent_as" FOREIGN KEY ("sent_as") REFERENCES "meetings_backlog" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_meetings_backlog_meetings_meeting_meeting" FOREIGN KEY ("meeting") REFERENCES "meetings_meeting" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_decision" (
    "id" TEXT NOT NULL CONSTRAINT "pk_meetings_decision" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "meeting" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "running" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "item" TEXT NULL,
    "text" TEXT NOT NULL,
    "text_folded" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "source_end" INTEGER NOT NULL,
    "source_page" INTEGER NULL,
    "source_start" INTEGER NOT NULL,
    CONSTRAINT "fk_meetings_decision_meetings_meeting_meeting" FOREIGN KEY ("meeting") REFERENCES "meetings_meeting" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_draft_item" (
    "id" TEXT NOT NULL CONSTRAINT "pk_meetings_draft_item" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "meeting" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "presenter" TEXT NULL,
    "minutes" INTEGER NULL,
    "proposal" TEXT NULL,
    "restricted_by" TEXT NULL,
    "restricted_for" TEXT NULL,
    "backlog" TEXT NULL,
    "added_at" TEXT NOT NULL,
    "added_by" TEXT NULL,
    "version" INTEGER NOT NULL,
    "opened_at" TEXT NULL,
    "closed_at" TEXT NULL,
    CONSTRAINT "fk_meetings_draft_item_meetings_meeting_meeting" FOREIGN KEY ("meeting") REFERENCES "meetings_meeting" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_frozen_text" (
    "id" TEXT NOT NULL CONSTRAINT "pk_meetings_frozen_text" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "meeting" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "pdf" BLOB NOT NULL,
    "seal" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "in_order" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "reopened_at" TEXT NULL,
    "reopened_for" TEXT NULL,
    "address" TEXT NULL,
    "told" INTEGER NOT NULL,
    "reminded_at" TEXT NULL,
    CONSTRAINT "fk_meetings_frozen_text_meetings_meeting_meeting" FOREIGN KEY ("meeting") REFERENCES "meetings_meeting" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_item" (
    "meeting" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "area" TEXT NOT NULL,
    "number" TEXT NULL,
    "title" TEXT NOT NULL,
    "title_folded" TEXT NOT NULL,
    "presenters" TEXT NOT NULL,
    "source_end" INTEGER NOT NULL,
    "source_page" INTEGER NULL,
    "source_start" INTEGER NOT NULL,
    CONSTRAINT "pk_meetings_item" PRIMARY KEY ("meeting", "position"),
    CONSTRAINT "fk_meetings_item_meetings_meeting_meeting" FOREIGN KEY ("meeting") REFERENCES "meetings_meeting" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_notice" (
    "meeting" TEXT NOT NULL CONSTRAINT "pk_meetings_notice" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "words" TEXT NULL,
    "remind_days" INTEGER NOT NULL,
    "address" TEXT NOT NULL,
    "sent_at" TEXT NOT NULL,
    "sent_by" TEXT NOT NULL,
    "told" TEXT NOT NULL,
    "changed_at" TEXT NULL,
    "reminded_at" TEXT NULL,
    CONSTRAINT "fk_meetings_notice_meetings_meeting_meeting" FOREIGN KEY ("meeting") REFERENCES "meetings_meeting" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_notice_recipient" (
    "id" TEXT NOT NULL CONSTRAINT "pk_meetings_notice_recipient" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "meeting" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "person" TEXT NULL,
    "name" TEXT NOT NULL,
    "mail" TEXT NULL,
    "kind" TEXT NOT NULL,
    "organisation" TEXT NULL,
    "organisation_name" TEXT NULL,
    "answer" TEXT NULL,
    "answered_at" TEXT NULL,
    "note" TEXT NULL,
    "serves_for" TEXT NULL,
    "letter" TEXT NULL,
    "in_calendar_by" TEXT NULL,
    "calendar_sequence" INTEGER NULL,
    "sequence" INTEGER NOT NULL,
    CONSTRAINT "fk_meetings_notice_recipient_meetings_meeting_meeting" FOREIGN KEY ("meeting") REFERENCES "meetings_meeting" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_participant" (
    "id" TEXT NOT NULL CONSTRAINT "pk_meetings_participant" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "meeting" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "person" TEXT NULL,
    "name" TEXT NOT NULL,
    "organisation" TEXT NULL,
    "organisation_name" TEXT NULL,
    "role" TEXT NOT NULL,
    "seat" TEXT NULL,
    "seat_label" TEXT NULL,
    "serves_for" TEXT NULL,
    "has_declined" INTEGER NOT NULL,
    "stays" TEXT NOT NULL,
    "outs" TEXT NOT NULL,
    CONSTRAINT "fk_meetings_participant_meetings_meeting_meeting" FOREIGN KEY ("meeting") REFERENCES "meetings_meeting" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_proposed_item" (
    "meeting" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "area" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "source_end" INTEGER NOT NULL,
    "source_page" INTEGER NULL,
    "source_start" INTEGER NOT NULL,
    CONSTRAINT "pk_meetings_proposed_item" PRIMARY KEY ("meeting", "position"),
    CONSTRAINT "fk_meetings_proposed_item_meetings_meeting_meeting" FOREIGN KEY ("meeting") REFERENCES "meetings_meeting" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_publication" (
    "id" TEXT NOT NULL CONSTRAINT "pk_meetings_publication" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "meeting" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NULL,
    "withdrawn_at" TEXT NULL,
    "withdrawn_by" TEXT NULL,
    CONSTRAINT "fk_meetings_publication_meetings_meeting_meeting" FOREIGN KEY ("meeting") REFERENCES "meetings_meeting" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_question" (
    "id" TEXT NOT NULL CONSTRAINT "pk_meetings_question" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "meeting" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "item" TEXT NULL,
    "text" TEXT NULL,
    "is_answered" INTEGER NOT NULL,
    "text_folded" TEXT NOT NULL,
    "answers" TEXT NOT NULL,
    "comments" TEXT NOT NULL,
    "source_end" INTEGER NOT NULL,
    "source_page" INTEGER NULL,
    "source_start" INTEGER NOT NULL,
    CONSTRAINT "fk_meetings_question_meetings_meeting_meeting" FOREIGN KEY ("meeting") REFERENCES "meetings_meeting" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_withdrawal" (
    "meeting" TEXT NOT NULL CONSTRAINT "pk_meetings_withdrawal" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NULL,
    CONSTRAINT "fk_meetings_withdrawal_meetings_meeting_meeting" FOREIGN KEY ("meeting") REFERENCES "meetings_meeting" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_series_day" (
    "series" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "meeting" TEXT NULL,
    CONSTRAINT "pk_meetings_series_day" PRIMARY KEY ("series", "day"),
    CONSTRAINT "fk_meetings_series_day_meetings_meeting_meeting" FOREIGN KEY ("meeting") REFERENCES "meetings_meeting" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_meetings_series_day_meetings_series_series" FOREIGN KEY ("series") REFERENCES "meetings_series" ("id") ON DELETE RESTRICT
);


CREATE TABLE "organisations_login" (
    "issuer" TEXT NOT NULL,
    "subject" BLOB NOT NULL,
    "account" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "bound_at" TEXT NOT NULL,
    CONSTRAINT "pk_organisations_login" PRIMARY KEY ("issuer", "subject"),
    CONSTRAINT "fk_organisations_login_organisations_account_account" FOREIGN KEY ("account") REFERENCES "organisations_account" ("id") ON DELETE RESTRICT
);


CREATE TABLE "organisations_passkey" (
    "id" TEXT NOT NULL CONSTRAINT "pk_organisations_passkey" PRIMARY KEY,
    "account" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "public_key" BLOB NOT NULL,
    "transports" TEXT NOT NULL,
    "sign_count" INTEGER NOT NULL,
    "is_user_verified" INTEGER NOT NULL,
    "is_backup_eligible" INTEGER NOT NULL,
    "is_backed_up" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "used_at" TEXT NULL,
    CONSTRAINT "fk_organisations_passkey_organisations_account_account" FOREIGN KEY ("account") REFERENCES "organisations_account" ("id") ON DELETE RESTRICT
);


CREATE TABLE "organisations_session" (
    "id" TEXT NOT NULL CONSTRAINT "pk_organisations_session" PRIMARY KEY,
    "key_hash" BLOB NOT NULL,
    "account" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "provider" TEXT NULL,
    "issuer" TEXT NULL,
    "subject" BLOB NULL,
    "sid" TEXT NULL,
    "created_at" TEXT NOT NULL,
    "seen_at" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL,
    "ended_at" TEXT NULL,
    "ended_by" TEXT NULL,
    "browser" TEXT NOT NULL,
    CONSTRAINT "fk_organisations_session_organisations_account_account" FOREIGN KEY ("account") REFERENCES "organisations_account" ("id") ON DELETE RESTRICT
);


CREATE TABLE "organisations_body" (
    "id" TEXT NOT NULL CONSTRAINT "pk_organisations_body" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_sort" BLOB NOT NULL,
    "short_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "parent" TEXT NULL,
    CONSTRAINT "fk_organisations_body_organisations_body_parent" FOREIGN KEY ("parent") REFERENCES "organisations_body" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_organisations_body_organisations_organisation_owner" FOREIGN KEY ("owner") REFERENCES "organisations_organisation" ("id") ON DELETE RESTRICT
);


CREATE TABLE "organisations_contact_way" (
    "id" TEXT NOT NULL CONSTRAINT "pk_organisations_contact_way" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "mail" TEXT NULL,
    "telephone" TEXT NULL,
    "hours" TEXT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NULL,
    CONSTRAINT "fk_organisations_contact_way_organisations_organisation_organisation" FOREIGN KEY ("organisation") REFERENCES "organisations_organisation" ("id") ON DELETE RESTRICT
);


CREATE TABLE "organisations_person" (
    "id" TEXT NOT NULL CONSTRAINT "pk_organisations_person" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_sort" BLOB NOT NULL,
    "folded" TEXT NOT NULL,
    "title" TEXT NULL,
    "organisation" TEXT NULL,
    "mail" TEXT NULL,
    "is_protected" INTEGER NOT NULL,
    "anonymised_at" TEXT NULL,
    CONSTRAINT "fk_organisations_person_organisations_organisation_organisation" FOREIGN KEY ("organisation") REFERENCES "organisations_organisation" ("id") ON DELETE RESTRICT
);


CREATE TABLE "organisations_system" (
    "id" TEXT NOT NULL CONSTRAINT "pk_organisations_system" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_sort" BLOB NOT NULL,
    "disconnected_at" TEXT NULL,
    CONSTRAINT "fk_organisations_system_organisations_organisation_organisation" FOREIGN KEY ("organisation") REFERENCES "organisations_organisation" ("id") ON DELETE RESTRICT
);


CREATE TABLE "plans_act" (
    "id" TEXT NOT NULL CONSTRAINT "pk_plans_act" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "assignment" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "text" TEXT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NULL,
    "to_name" TEXT NULL,
    "to_person" TEXT NULL,
    "to_organisation" TEXT NULL,
    "meeting" TEXT NULL,
    "item" TEXT NULL,
    CONSTRAINT "fk_plans_act_plans_assignment_assignment" FOREIGN KEY ("assignment") REFERENCES "plans_assignment" ("id") ON DELETE RESTRICT
);


CREATE TABLE "plans_coworker" (
    "id" TEXT NOT NULL CONSTRAINT "pk_plans_coworker" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "assignment" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "left_at" TEXT NULL,
    CONSTRAINT "fk_plans_coworker_plans_assignment_assignment" FOREIGN KEY ("assignment") REFERENCES "plans_assignment" ("id") ON DELETE RESTRICT
);


CREATE TABLE "plans_document" (
    "id" TEXT NOT NULL CONSTRAINT "pk_plans_document" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "assignment" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BLOB NOT NULL,
    "added_at" TEXT NOT NULL,
    "added_by" TEXT NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "fk_plans_document_plans_assignment_assignment" FOREIGN KEY ("assignment") REFERENCES "plans_assignment" ("id") ON DELETE RESTRICT
);


CREATE TABLE "agreements_consultee" (
    "id" TEXT NOT NULL CONSTRAINT "pk_agreements_consultee" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "consultation" TEXT NOT NULL,
    "organisation" TEXT NULL,
    "body" TEXT NULL,
    "name" TEXT NOT NULL,
    "name_sort" BLOB NOT NULL,
    "mail" TEXT NULL,
    "state" TEXT NOT NULL,
    "extended_to" TEXT NULL,
    "extension_reason" TEXT NULL,
    "asked_at" TEXT NULL,
    "reminded_on" TEXT NULL,
    "reminders" INTEGER NOT NULL,
    CONSTRAINT "fk_agreements_consultee_agreements_consultation_consultation" FOREIGN KEY ("consultation") REFERENCES "agreements_consultation" ("id") ON DELETE CASCADE
);


CREATE TABLE "agreements_dispute_act" (
    "dispute" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "area" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    "words" TEXT NULL,
    "meeting" TEXT NULL,
    "paragraph" TEXT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "for" TEXT NULL,
    CONSTRAINT "pk_agreements_dispute_act" PRIMARY KEY ("dispute", "position"),
    CONSTRAINT "fk_agreements_dispute_act_agreements_dispute_dispute" FOREIGN KEY ("dispute") REFERENCES "agreements_dispute" ("id") ON DELETE RESTRICT
);


CREATE TABLE "agreements_dispute_party" (
    "dispute" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_sort" BLOB NOT NULL,
    "reminded_on" TEXT NULL,
    "reminders" INTEGER NOT NULL,
    CONSTRAINT "pk_agreements_dispute_party" PRIMARY KEY ("dispute", "organisation"),
    CONSTRAINT "fk_agreements_dispute_party_agreements_dispute_dispute" FOREIGN KEY ("dispute") REFERENCES "agreements_dispute" ("id") ON DELETE RESTRICT
);


CREATE TABLE "agreements_dispute_step" (
    "dispute" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "area" TEXT NOT NULL,
    "body" TEXT NULL,
    "name" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "started_on" TEXT NULL,
    "last_day" TEXT NULL,
    CONSTRAINT "pk_agreements_dispute_step" PRIMARY KEY ("dispute", "position"),
    CONSTRAINT "fk_agreements_dispute_step_agreements_dispute_dispute" FOREIGN KEY ("dispute") REFERENCES "agreements_dispute" ("id") ON DELETE RESTRICT
);


CREATE TABLE "agreements_adoption" (
    "id" TEXT NOT NULL CONSTRAINT "pk_agreements_adoption" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "round" TEXT NOT NULL,
    "agreement" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "organisation" TEXT NOT NULL,
    "organisation_name" TEXT NOT NULL,
    "organisation_sort" BLOB NOT NULL,
    "opened_on" TEXT NOT NULL,
    "answer_by" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "committee" TEXT NULL,
    "decided_on" TEXT NULL,
    "counts_from" TEXT NULL,
    "paragraph" TEXT NULL,
    "case_number" TEXT NULL,
    "condition" TEXT NULL,
    "planned_on" TEXT NULL,
    "planned_committee" TEXT NULL,
    "registered_at" TEXT NULL,
    "sent_at" TEXT NULL,
    "reminded_on" TEXT NULL,
    "reminders" INTEGER NOT NULL,
    "before" TEXT NULL,
    "closed_at" TEXT NULL,
    "edition" INTEGER NOT NULL,
    CONSTRAINT "fk_agreements_adoption_agreements_agreement_agreement" FOREIGN KEY ("agreement") REFERENCES "agreements_agreement" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_agreements_adoption_agreements_round_round" FOREIGN KEY ("round") REFERENCES "agreements_round" ("id") ON DELETE RESTRICT
);


CREATE TABLE "import_chunk" (
    "document" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "area" TEXT NOT NULL,
    "bytes" BLOB NOT NULL,
    CONSTRAINT "pk_import_chunk" PRIMARY KEY ("document", "number"),
    CONSTRAINT "fk_import_chunk_import_document_document" FOREIGN KEY ("document") REFERENCES "import_document" ("id") ON DELETE RESTRICT
);


CREATE TABLE "import_confirmation" (
    "document" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "area" TEXT NOT NULL,
    "meeting" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NULL,
    CONSTRAINT "pk_import_confirmation" PRIMARY KEY ("document", "number"),
    CONSTRAINT "fk_import_confirmation_import_document_document" FOREIGN KEY ("document") REFERENCES "import_document" ("id") ON DELETE RESTRICT
);


CREATE TABLE "import_reading" (
    "document" TEXT NOT NULL CONSTRAINT "pk_import_reading" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "pages" TEXT NOT NULL,
    "review_json" TEXT NOT NULL,
    CONSTRAINT "fk_import_reading_import_document_document" FOREIGN KEY ("document") REFERENCES "import_document" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_group_discussion" (
    "id" TEXT NOT NULL CONSTRAINT "pk_meetings_group_discussion" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "meeting" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "question" TEXT NULL,
    "until" TEXT NULL,
    "opened_at" TEXT NOT NULL,
    "opened_by" TEXT NOT NULL,
    "collected_at" TEXT NULL,
    "collected_by" TEXT NULL,
    "called_off_at" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_meetings_group_discussion_meetings_draft_item_item" FOREIGN KEY ("item") REFERENCES "meetings_draft_item" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_note" (
    "id" TEXT NOT NULL CONSTRAINT "pk_meetings_note" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "meeting" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "saved_at" TEXT NOT NULL,
    "saved_by" TEXT NOT NULL,
    "removed_at" TEXT NULL,
    "running" INTEGER NULL,
    CONSTRAINT "fk_meetings_note_meetings_draft_item_item" FOREIGN KEY ("item") REFERENCES "meetings_draft_item" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_approval" (
    "id" TEXT NOT NULL CONSTRAINT "pk_meetings_approval" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "as" TEXT NOT NULL,
    "organisation_name" TEXT NULL,
    "means" TEXT NOT NULL,
    "seal" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "fk_meetings_approval_meetings_frozen_text_text" FOREIGN KEY ("text") REFERENCES "meetings_frozen_text" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_dispatch" (
    "id" TEXT NOT NULL CONSTRAINT "pk_meetings_dispatch" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "meeting" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "running" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "case_number" TEXT NULL,
    "is_extract" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "organisation_name" TEXT NOT NULL,
    "organisation_sort" BLOB NOT NULL,
    "address" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "site" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "letter" TEXT NULL,
    "queued_at" TEXT NOT NULL,
    "sent_at" TEXT NULL,
    "received_at" TEXT NULL,
    "registered_at" TEXT NULL,
    "problem" TEXT NULL,
    "their_case_number" TEXT NULL,
    CONSTRAINT "fk_meetings_dispatch_meetings_frozen_text_text" FOREIGN KEY ("text") REFERENCES "meetings_frozen_text" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_meetings_dispatch_meetings_meeting_meeting" FOREIGN KEY ("meeting") REFERENCES "meetings_meeting" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_objection" (
    "id" TEXT NOT NULL CONSTRAINT "pk_meetings_objection" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "fk_meetings_objection_meetings_frozen_text_text" FOREIGN KEY ("text") REFERENCES "meetings_frozen_text" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_sealed_minutes" (
    "meeting" TEXT NOT NULL CONSTRAINT "pk_meetings_sealed_minutes" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "seal" TEXT NOT NULL,
    "pdf" BLOB NOT NULL,
    "certificate" BLOB NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "fk_meetings_sealed_minutes_meetings_frozen_text_text" FOREIGN KEY ("text") REFERENCES "meetings_frozen_text" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_speech" (
    "id" TEXT NOT NULL CONSTRAINT "pk_meetings_speech" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "meeting" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "participant" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "asked_at" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "began_at" TEXT NULL,
    "ended_at" TEXT NULL,
    "left_at" TEXT NULL,
    CONSTRAINT "fk_meetings_speech_meetings_draft_item_item" FOREIGN KEY ("item") REFERENCES "meetings_draft_item" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_meetings_speech_meetings_participant_participant" FOREIGN KEY ("participant") REFERENCES "meetings_participant" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_published_mask" (
    "publication" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "area" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "is_hidden" INTEGER NOT NULL,
    CONSTRAINT "pk_meetings_published_mask" PRIMARY KEY ("publication", "position"),
    CONSTRAINT "fk_meetings_published_mask_meetings_publication_publication" FOREIGN KEY ("publication") REFERENCES "meetings_publication" ("id") ON DELETE RESTRICT
);


CREATE TABLE "organisations_body_alias" (
    "area" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    CONSTRAINT "pk_organisations_body_alias" PRIMARY KEY ("area", "folded"),
    CONSTRAINT "fk_organisations_body_alias_organisations_body_body" FOREIGN KEY ("body") REFERENCES "organisations_body" ("id") ON DELETE RESTRICT
);


CREATE TABLE "organisations_body_rules" (
    "body" TEXT NOT NULL CONSTRAINT "pk_organisations_body_rules" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "deputies" TEXT NOT NULL,
    "quorum" TEXT NOT NULL,
    "quorum_number" INTEGER NOT NULL,
    "adjusters" INTEGER NOT NULL,
    "chair_signs" INTEGER NOT NULL,
    "adjusting_order" TEXT NOT NULL,
    "adjusting_days" INTEGER NOT NULL,
    "notice_days" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    CONSTRAINT "fk_organisations_body_rules_organisations_body_body" FOREIGN KEY ("body") REFERENCES "organisations_body" ("id") ON DELETE RESTRICT
);


CREATE TABLE "organisations_seat" (
    "id" TEXT NOT NULL CONSTRAINT "pk_organisations_seat" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "organisation" TEXT NULL,
    "position" INTEGER NOT NULL,
    "members" INTEGER NOT NULL,
    "deputies" INTEGER NOT NULL,
    "from" TEXT NULL,
    "to" TEXT NULL,
    CONSTRAINT "fk_organisations_seat_organisations_body_body" FOREIGN KEY ("body") REFERENCES "organisations_body" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_organisations_seat_organisations_organisation_organisation" FOREIGN KEY ("organisation") REFERENCES "organisations_organisation" ("id") ON DELETE RESTRICT
);


CREATE TABLE "organisations_account_person" (
    "person" TEXT NOT NULL CONSTRAINT "pk_organisations_account_person" PRIMARY KEY,
    "account" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    CONSTRAINT "fk_organisations_account_person_organisations_account_account" FOREIGN KEY ("account") REFERENCES "organisations_account" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_organisations_account_person_organisations_person_person" FOREIGN KEY ("person") REFERENCES "organisations_person" ("id") ON DELETE RESTRICT
);


CREATE TABLE "organisations_calendar_key" (
    "id" TEXT NOT NULL CONSTRAINT "pk_organisations_calendar_key" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "key_hash" BLOB NOT NULL,
    "created_at" TEXT NOT NULL,
    "revoked_at" TEXT NULL,
    CONSTRAINT "fk_organisations_calendar_key_organisations_person_person" FOREIGN KEY ("person") REFERENCES "organisations_person" ("id") ON DELETE RESTRICT
);


CREATE TABLE "organisations_function" (
    "id" TEXT NOT NULL CONSTRAINT "pk_organisations_function" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "organisation" TEXT NULL,
    "mail" TEXT NULL,
    "telephone" TEXT NULL,
    "hours" TEXT NULL,
    "area" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NULL,
    "withdrawn" TEXT NULL,
    CONSTRAINT "fk_organisations_function_organisations_organisation_organisation" FOREIGN KEY ("organisation") REFERENCES "organisations_organisation" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_organisations_function_organisations_person_person" FOREIGN KEY ("person") REFERENCES "organisations_person" ("id") ON DELETE RESTRICT
);


CREATE TABLE "organisations_invitation" (
    "id" TEXT NOT NULL CONSTRAINT "pk_organisations_invitation" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "key_hash" BLOB NOT NULL,
    "by" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL,
    "used_at" TEXT NULL,
    "revoked_at" TEXT NULL,
    CONSTRAINT "fk_organisations_invitation_organisations_person_person" FOREIGN KEY ("person") REFERENCES "organisations_person" ("id") ON DELETE RESTRICT
);


CREATE TABLE "organisations_person_alias" (
    "area" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    CONSTRAINT "pk_organisations_person_alias" PRIMARY KEY ("area", "folded", "person"),
    CONSTRAINT "fk_organisations_person_alias_organisations_person_person" FOREIGN KEY ("person") REFERENCES "organisations_person" ("id") ON DELETE RESTRICT
);


CREATE TABLE "organisations_protected_name" (
    "person" TEXT NOT NULL CONSTRAINT "pk_organisations_protected_name" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NULL,
    CONSTRAINT "fk_organisations_protected_name_organisations_person_person" FOREIGN KEY ("person") REFERENCES "organisations_person" ("id") ON DELETE RESTRICT
);


CREATE TABLE "organisations_saved_view" (
    "id" TEXT NOT NULL CONSTRAINT "pk_organisations_saved_view" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "fk_organisations_saved_view_organisations_person_person" FOREIGN KEY ("person") REFERENCES "organisations_person" ("id") ON DELETE RESTRICT
);


CREATE TABLE "organisations_standing" (
    "id" TEXT NOT NULL CONSTRAINT "pk_organisations_standing" PRIMARY KEY,
    "body" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NULL,
    "withdrawn" TEXT NULL,
    CONSTRAINT "fk_organisations_standing_organisations_body_body" FOREIGN KEY ("body") REFERENCES "organisations_body" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_organisations_standing_organisations_person_person" FOREIGN KEY ("person") REFERENCES "organisations_person" ("id") ON DELETE RESTRICT
);


CREATE TABLE "organisations_access_token" (
    "id" TEXT NOT NULL CONSTRAINT "pk_organisations_access_token" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "secret_hash" BLOB NOT NULL,
    "name" TEXT NOT NULL,
    "person" TEXT NULL,
    "system" TEXT NULL,
    "scope" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "created_by" TEXT NULL,
    "expires_at" TEXT NOT NULL,
    "used_on" TEXT NULL,
    "revoked_at" TEXT NULL,
    "revoked_by" TEXT NULL,
    CONSTRAINT "fk_organisations_access_token_organisations_person_person" FOREIGN KEY ("person") REFERENCES "organisations_person" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_organisations_access_token_organisations_system_system" FOREIGN KEY ("system") REFERENCES "organisations_system" ("id") ON DELETE RESTRICT
);


CREATE TABLE "agreements_consultee_act" (
    "consultee" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "area" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NULL,
    "by_name" TEXT NULL,
    "words" TEXT NULL,
    CONSTRAINT "pk_agreements_consultee_act" PRIMARY KEY ("consultee", "position"),
    CONSTRAINT "fk_agreements_consultee_act_agreements_consultee_consultee" FOREIGN KEY ("consultee") REFERENCES "agreements_consultee" ("id") ON DELETE RESTRICT
);


CREATE TABLE "agreements_response" (
    "id" TEXT NOT NULL CONSTRAINT "pk_agreements_response" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "consultation" TEXT NOT NULL,
    "consultee" TEXT NOT NULL,
    "organisation" TEXT NULL,
    "body" TEXT NULL,
    "number" INTEGER NOT NULL,
    "stance" TEXT NULL,
    "case_number" TEXT NULL,
    "written_at" TEXT NOT NULL,
    "written_by" TEXT NOT NULL,
    "submitted_at" TEXT NULL,
    "submitted_by" TEXT NULL,
    "returned" TEXT NULL,
    "sent_at" TEXT NULL,
    "sent_by" TEXT NULL,
    "received_on" TEXT NULL,
    "edition" INTEGER NOT NULL,
    CONSTRAINT "fk_agreements_response_agreements_consultee_consultee" FOREIGN KEY ("consultee") REFERENCES "agreements_consultee" ("id") ON DELETE RESTRICT
);


CREATE TABLE "agreements_position" (
    "id" TEXT NOT NULL CONSTRAINT "pk_agreements_position" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "dispute" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "organisation" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "words" TEXT NULL,
    "case_number" TEXT NULL,
    "written_at" TEXT NOT NULL,
    "written_by" TEXT NOT NULL,
    "sent_at" TEXT NULL,
    "sent_by" TEXT NULL,
    "sent_by_name" TEXT NULL,
    "edition" INTEGER NOT NULL,
    CONSTRAINT "fk_agreements_position_agreements_dispute_party_dispute_organisation" FOREIGN KEY ("dispute", "organisation") REFERENCES "agreements_dispute_party" ("dispute", "organisation") ON DELETE RESTRICT
);


CREATE TABLE "agreements_adoption_act" (
    "adoption" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "area" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NULL,
    "by_name" TEXT NULL,
    "words" TEXT NULL,
    CONSTRAINT "pk_agreements_adoption_act" PRIMARY KEY ("adoption", "position"),
    CONSTRAINT "fk_agreements_adoption_act_agreements_adoption_adoption" FOREIGN KEY ("adoption") REFERENCES "agreements_adoption" ("id") ON DELETE RESTRICT
);


CREATE TABLE "agreements_adoption_paper" (
    "id" TEXT NOT NULL CONSTRAINT "pk_agreements_adoption_paper" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "adoption" TEXT NOT NULL,
    "note" TEXT NULL,
    "file_name" TEXT NULL,
    "file_type" TEXT NULL,
    "bytes" BLOB NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    CONSTRAINT "fk_agreements_adoption_paper_agreements_adoption_adoption" FOREIGN KEY ("adoption") REFERENCES "agreements_adoption" ("id") ON DELETE RESTRICT
);


CREATE TABLE "import_undoing" (
    "document" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NULL,
    CONSTRAINT "pk_import_undoing" PRIMARY KEY ("document", "number"),
    CONSTRAINT "fk_import_undoing_import_confirmation_document_number" FOREIGN KEY ("document", "number") REFERENCES "import_confirmation" ("document", "number") ON DELETE CASCADE
);


CREATE TABLE "meetings_discussion_group" (
    "id" TEXT NOT NULL CONSTRAINT "pk_meetings_discussion_group" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "discussion" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "members" TEXT NOT NULL,
    CONSTRAINT "fk_meetings_discussion_group_meetings_group_discussion_discussion" FOREIGN KEY ("discussion") REFERENCES "meetings_group_discussion" ("id") ON DELETE CASCADE
);


CREATE TABLE "meetings_note_version" (
    "note" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "area" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "saved_at" TEXT NOT NULL,
    "saved_by" TEXT NOT NULL,
    CONSTRAINT "pk_meetings_note_version" PRIMARY KEY ("note", "version"),
    CONSTRAINT "fk_meetings_note_version_meetings_note_note" FOREIGN KEY ("note") REFERENCES "meetings_note" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meetings_dispatch_act" (
    "dispatch" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "area" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NULL,
    "by_name" TEXT NULL,
    "words" TEXT NULL,
    CONSTRAINT "pk_meetings_dispatch_act" PRIMARY KEY ("dispatch", "position"),
    CONSTRAINT "fk_meetings_dispatch_act_meetings_dispatch_dispatch" FOREIGN KEY ("dispatch") REFERENCES "meetings_dispatch" ("id") ON DELETE RESTRICT
);


CREATE TABLE "organisations_membership" (
    "id" TEXT NOT NULL CONSTRAINT "pk_organisations_membership" PRIMARY KEY,
    "body" TEXT NOT NULL,
    "seat" TEXT NULL,
    "role" TEXT NOT NULL,
    "call_order" INTEGER NULL,
    "party" TEXT NULL,
    "area" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NULL,
    "withdrawn" TEXT NULL,
    CONSTRAINT "fk_organisations_membership_organisations_body_body" FOREIGN KEY ("body") REFERENCES "organisations_body" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_organisations_membership_organisations_person_person" FOREIGN KEY ("person") REFERENCES "organisations_person" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_organisations_membership_organisations_seat_seat" FOREIGN KEY ("seat") REFERENCES "organisations_seat" ("id") ON DELETE RESTRICT
);


CREATE TABLE "agreements_response_file" (
    "id" TEXT NOT NULL CONSTRAINT "pk_agreements_response_file" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "response" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BLOB NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "fk_agreements_response_file_agreements_response_response" FOREIGN KEY ("response") REFERENCES "agreements_response" ("id") ON DELETE RESTRICT
);


CREATE TABLE "agreements_response_remark" (
    "response" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "area" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    CONSTRAINT "pk_agreements_response_remark" PRIMARY KEY ("response", "position"),
    CONSTRAINT "fk_agreements_response_remark_agreements_response_response" FOREIGN KEY ("response") REFERENCES "agreements_response" ("id") ON DELETE CASCADE
);


CREATE TABLE "meetings_group_line" (
    "id" TEXT NOT NULL CONSTRAINT "pk_meetings_group_line" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "discussion" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "written_at" TEXT NOT NULL,
    "written_by" TEXT NOT NULL,
    "saved_at" TEXT NOT NULL,
    "saved_by" TEXT NOT NULL,
    CONSTRAINT "fk_meetings_group_line_meetings_discussion_group_group" FOREIGN KEY ("group") REFERENCES "meetings_discussion_group" ("id") ON DELETE RESTRICT
);


CREATE TABLE "agreements_reply" (
    "response" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "area" TEXT NOT NULL,
    "words" TEXT NULL,
    "outcome" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    CONSTRAINT "pk_agreements_reply" PRIMARY KEY ("response", "position"),
    CONSTRAINT "fk_agreements_reply_agreements_response_remark_response_position" FOREIGN KEY ("response", "position") REFERENCES "agreements_response_remark" ("response", "position") ON DELETE RESTRICT
);


CREATE TABLE "meetings_group_line_version" (
    "line" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "area" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "saved_at" TEXT NOT NULL,
    "saved_by" TEXT NOT NULL,
    CONSTRAINT "pk_meetings_group_line_version" PRIMARY KEY ("line", "version"),
    CONSTRAINT "fk_meetings_group_line_version_meetings_group_line_line" FOREIGN KEY ("line") REFERENCES "meetings_group_line" ("id") ON DELETE RESTRICT
);


CREATE INDEX "ix_agreements_adoption_agreement_version_organisation" ON "agreements_adoption" ("agreement", "version", "organisation");


CREATE INDEX "ix_agreements_adoption_area_answer_by" ON "agreements_adoption" ("area", "answer_by");


CREATE INDEX "ix_agreements_adoption_area_organisation_closed_at_state" ON "agreements_adoption" ("area", "organisation", "closed_at", "state");


CREATE INDEX "ix_agreements_adoption_round" ON "agreements_adoption" ("round");


CREATE INDEX "ix_agreements_adoption_paper_adoption" ON "agreements_adoption_paper" ("adoption");


CREATE UNIQUE INDEX "ix_agreements_agreement_area_folded" ON "agreements_agreement" ("area", "folded");


CREATE INDEX "ix_agreements_agreement_area_name_sort" ON "agreements_agreement" ("area", "name_sort");


CREATE INDEX "ix_agreements_certificate_agreement_at" ON "agreements_certificate" ("agreement", "at");


CREATE INDEX "ix_agreements_consultation_agreement" ON "agreements_consultation" ("agreement");


CREATE INDEX "ix_agreements_consultation_area_on" ON "agreements_consultation" ("area", "on");


CREATE INDEX "ix_agreements_consultation_area_until" ON "agreements_consultation" ("area", "until");


CREATE INDEX "ix_agreements_consultation_meeting" ON "agreements_consultation" ("meeting");


CREATE INDEX "ix_agreements_consultee_area_body_state" ON "agreements_consultee" ("area", "body", "state");


CREATE INDEX "ix_agreements_consultee_area_organisation_state" ON "agreements_consultee" ("area", "organisation", "state");


CREATE INDEX "ix_agreements_consultee_consultation_name_sort" ON "agreements_consultee" ("consultation", "name_sort");


CREATE INDEX "ix_agreements_dispute_agreement" ON "agreements_dispute" ("agreement");


CREATE INDEX "ix_agreements_dispute_area_raised_on" ON "agreements_dispute" ("area", "raised_on");


CREATE INDEX "ix_agreements_dispute_area_state_last_day" ON "agreements_dispute" ("area", "state", "last_day");


CREATE INDEX "ix_agreements_dispute_party_area_organisation" ON "agreements_dispute_party" ("area", "organisation");


CREATE INDEX "ix_agreements_dispute_step_area_body" ON "agreements_dispute_step" ("area", "body");


CREATE INDEX "ix_agreements_file_agreement" ON "agreements_file" ("agreement");


CREATE INDEX "ix_agreements_mention_agreement" ON "agreements_mention" ("agreement");


CREATE INDEX "ix_agreements_mention_area_agreement_on" ON "agreements_mention" ("area", "agreement", "on");


CREATE INDEX "ix_agreements_mention_meeting" ON "agreements_mention" ("meeting");


CREATE INDEX "ix_agreements_party_agreement_organisation" ON "agreements_party" ("agreement", "organisation");


CREATE INDEX "ix_agreements_party_area_organisation" ON "agreements_party" ("area", "organisation");


CREATE INDEX "ix_agreements_position_dispute_organisation" ON "agreements_position" ("dispute", "organisation");


CREATE UNIQUE INDEX "ix_agreements_position_dispute_step_organisation_number" ON "agreements_position" ("dispute", "step", "organisation", "number");


CREATE INDEX "ix_agreements_response_consultation_consultee" ON "agreements_response" ("consultation", "consultee");


CREATE UNIQUE INDEX "ix_agreements_response_consultee_number" ON "agreements_response" ("consultee", "number");


CREATE INDEX "ix_agreements_response_file_response" ON "agreements_response_file" ("response");


CREATE UNIQUE INDEX "ix_agreements_round_agreement_number" ON "agreements_round" ("agreement", "number");


CREATE UNIQUE INDEX "ix_agreements_text_agreement_number" ON "agreements_text" ("agreement", "number");


CREATE INDEX "ix_api_delivery_area_happened_at" ON "api_delivery" ("area", "happened_at");


CREATE INDEX "ix_api_delivery_webhook_state" ON "api_delivery" ("webhook", "state");


CREATE INDEX "ix_api_webhook_area_state" ON "api_webhook" ("area", "state");


CREATE INDEX "ix_disclosure_item_request" ON "disclosure_item" ("request");


CREATE INDEX "ix_disclosure_request_area_owner_received_on" ON "disclosure_request" ("area", "owner", "received_on");


CREATE INDEX "ix_import_batch_area_at" ON "import_batch" ("area", "at");


CREATE INDEX "ix_import_confirmation_area_meeting" ON "import_confirmation" ("area", "meeting");


CREATE UNIQUE INDEX "ix_import_document_area_batch_position" ON "import_document" ("area", "batch", "position");


CREATE UNIQUE INDEX "ix_import_document_area_sha256" ON "import_document" ("area", "sha256");


CREATE INDEX "ix_import_document_batch" ON "import_document" ("batch");


CREATE INDEX "ix_mail_enclosure_area_until" ON "mail_enclosure" ("area", "until");


CREATE INDEX "ix_mail_message_area_about" ON "mail_message" ("area", "about");


CREATE INDEX "ix_meetings_adjustment_comment_meeting_at" ON "meetings_adjustment_comment" ("meeting", "at");


CREATE INDEX "ix_meetings_agenda_document_meeting_item" ON "meetings_agenda_document" ("meeting", "item");


CREATE INDEX "ix_meetings_announcement_announced_by" ON "meetings_announcement" ("announced_by");


CREATE UNIQUE INDEX "ix_meetings_approval_text_person" ON "meetings_approval" ("text", "person");


CREATE INDEX "ix_meetings_attendance_area_organisation_meeting_presence" ON "meetings_attendance" ("area", "organisation", "meeting", "presence");


CREATE INDEX "ix_meetings_attendance_area_person" ON "meetings_attendance" ("area", "person");


CREATE INDEX "ix_meetings_backlog_area_body_withdrawn_at" ON "meetings_backlog" ("area", "body", "withdrawn_at");


CREATE INDEX "ix_meetings_backlog_asked_by" ON "meetings_backlog" ("asked_by");


CREATE INDEX "ix_meetings_backlog_meeting" ON "meetings_backlog" ("meeting");


CREATE INDEX "ix_meetings_backlog_sent_as" ON "meetings_backlog" ("sent_as");


CREATE INDEX "ix_meetings_correction_meeting_at" ON "meetings_correction" ("meeting", "at");


CREATE INDEX "ix_meetings_decision_area_body_on_meeting" ON "meetings_decision" ("area", "body", "on", "meeting");


CREATE UNIQUE INDEX "ix_meetings_decision_area_number" ON "meetings_decision" ("area", "number");


CREATE INDEX "ix_meetings_decision_area_on_meeting_position_body_outcome" ON "meetings_decision" ("area", "on" DESC, "meeting", "position", "body", "outcome");


CREATE INDEX "ix_meetings_decision_meeting" ON "meetings_decision" ("meeting");


CREATE INDEX "ix_meetings_discussion_group_discussion" ON "meetings_discussion_group" ("discussion");


CREATE INDEX "ix_meetings_dispatch_area_on_meeting" ON "meetings_dispatch" ("area", "on", "meeting");


CREATE INDEX "ix_meetings_dispatch_area_organisation_state" ON "meetings_dispatch" ("area", "organisation", "state");


CREATE UNIQUE INDEX "ix_meetings_dispatch_meeting_organisation" ON "meetings_dispatch" ("meeting", "organisation");


CREATE UNIQUE INDEX "ix_meetings_dispatch_meeting_running" ON "meetings_dispatch" ("meeting", "running");


CREATE INDEX "ix_meetings_dispatch_text" ON "meetings_dispatch" ("text");


CREATE INDEX "ix_meetings_draft_item_backlog" ON "meetings_draft_item" ("backlog");


CREATE INDEX "ix_meetings_draft_item_meeting_position" ON "meetings_draft_item" ("meeting", "position");


CREATE UNIQUE INDEX "ix_meetings_evaluation_body_year" ON "meetings_evaluation" ("body", "year");


CREATE INDEX "ix_meetings_evaluation_answer_evaluation" ON "meetings_evaluation_answer" ("evaluation");


CREATE INDEX "ix_meetings_evaluation_invitation_area_person" ON "meetings_evaluation_invitation" ("area", "person");


CREATE UNIQUE INDEX "ix_meetings_frozen_text_meeting_version" ON "meetings_frozen_text" ("meeting", "version");


CREATE INDEX "ix_meetings_group_discussion_item" ON "meetings_group_discussion" ("item");


CREATE INDEX "ix_meetings_group_discussion_meeting" ON "meetings_group_discussion" ("meeting");


CREATE INDEX "ix_meetings_group_line_discussion" ON "meetings_group_line" ("discussion");


CREATE INDEX "ix_meetings_group_line_group" ON "meetings_group_line" ("group");


CREATE INDEX "ix_meetings_meeting_area_body_on" ON "meetings_meeting" ("area", "body", "on");


CREATE INDEX "ix_meetings_meeting_area_document" ON "meetings_meeting" ("area", "document");


CREATE INDEX "ix_meetings_meeting_area_on" ON "meetings_meeting" ("area", "on");


CREATE INDEX "ix_meetings_meeting_published" ON "meetings_meeting" ("area", "on", "body") WHERE publication is not null;


CREATE INDEX "ix_meetings_meeting_replaced_by" ON "meetings_meeting" ("replaced_by");


CREATE INDEX "ix_meetings_note_item" ON "meetings_note" ("item");


CREATE INDEX "ix_meetings_note_meeting_item_position" ON "meetings_note" ("meeting", "item", "position");


CREATE INDEX "ix_meetings_notice_recipient_area_person" ON "meetings_notice_recipient" ("area", "person");


CREATE INDEX "ix_meetings_notice_recipient_meeting_position" ON "meetings_notice_recipient" ("meeting", "position");


CREATE INDEX "ix_meetings_objection_text" ON "meetings_objection" ("text");


CREATE INDEX "ix_meetings_participant_area_person" ON "meetings_participant" ("area", "person");


CREATE INDEX "ix_meetings_participant_meeting_position" ON "meetings_participant" ("meeting", "position");


CREATE INDEX "ix_meetings_publication_area_at" ON "meetings_publication" ("area", "at");


CREATE UNIQUE INDEX "ix_meetings_publication_meeting" ON "meetings_publication" ("meeting") WHERE withdrawn_at is null;


CREATE INDEX "ix_meetings_question_area_on" ON "meetings_question" ("area", "on");


CREATE UNIQUE INDEX "ix_meetings_question_meeting_position" ON "meetings_question" ("meeting", "position");


CREATE INDEX "ix_meetings_sealed_minutes_text" ON "meetings_sealed_minutes" ("text");


CREATE INDEX "ix_meetings_series_area_body" ON "meetings_series" ("area", "body");


CREATE INDEX "ix_meetings_series_day_area_meeting" ON "meetings_series_day" ("area", "meeting");


CREATE INDEX "ix_meetings_series_day_meeting" ON "meetings_series_day" ("meeting");


CREATE INDEX "ix_meetings_speech_item_position" ON "meetings_speech" ("item", "position");


CREATE INDEX "ix_meetings_speech_meeting" ON "meetings_speech" ("meeting");


CREATE INDEX "ix_meetings_speech_participant" ON "meetings_speech" ("participant");


CREATE INDEX "ix_organisations_access_token_area_person" ON "organisations_access_token" ("area", "person");


CREATE UNIQUE INDEX "ix_organisations_access_token_area_secret_hash" ON "organisations_access_token" ("area", "secret_hash");


CREATE INDEX "ix_organisations_access_token_area_system" ON "organisations_access_token" ("area", "system");


CREATE INDEX "ix_organisations_access_token_person" ON "organisations_access_token" ("person");


CREATE INDEX "ix_organisations_access_token_system" ON "organisations_access_token" ("system");


CREATE UNIQUE INDEX "ix_organisations_account_person_account_area" ON "organisations_account_person" ("account", "area");


CREATE UNIQUE INDEX "ix_organisations_area_slug" ON "organisations_area" ("slug");


CREATE UNIQUE INDEX "ix_organisations_body_area_code" ON "organisations_body" ("area", "code");


CREATE INDEX "ix_organisations_body_area_name_sort" ON "organisations_body" ("area", "name_sort");


CREATE INDEX "ix_organisations_body_owner" ON "organisations_body" ("owner");


CREATE INDEX "ix_organisations_body_parent" ON "organisations_body" ("parent");


CREATE INDEX "ix_organisations_body_alias_body" ON "organisations_body_alias" ("body");


CREATE UNIQUE INDEX "ix_organisations_calendar_key_area_key_hash" ON "organisations_calendar_key" ("area", "key_hash");


CREATE INDEX "ix_organisations_calendar_key_area_person" ON "organisations_calendar_key" ("area", "person");


CREATE INDEX "ix_organisations_calendar_key_person" ON "organisations_calendar_key" ("person");


CREATE INDEX "ix_organisations_contact_way_area_organisation" ON "organisations_contact_way" ("area", "organisation");


CREATE INDEX "ix_organisations_contact_way_organisation" ON "organisations_contact_way" ("organisation");


CREATE INDEX "ix_organisations_function_area_person" ON "organisations_function" ("area", "person");


CREATE INDEX "ix_organisations_function_organisation" ON "organisations_function" ("organisation");


CREATE INDEX "ix_organisations_function_person" ON "organisations_function" ("person");


CREATE UNIQUE INDEX "ix_organisations_invitation_key_hash" ON "organisations_invitation" ("key_hash");


CREATE INDEX "ix_organisations_invitation_person" ON "organisations_invitation" ("person");


CREATE INDEX "ix_organisations_kept_form_created_at" ON "organisations_kept_form" ("created_at");


CREATE INDEX "ix_organisations_login_account" ON "organisations_login" ("account");


CREATE INDEX "ix_organisations_membership_area_body" ON "organisations_membership" ("area", "body");


CREATE INDEX "ix_organisations_membership_area_person" ON "organisations_membership" ("area", "person");


CREATE INDEX "ix_organisations_membership_body" ON "organisations_membership" ("body");


CREATE INDEX "ix_organisations_membership_person" ON "organisations_membership" ("person");


CREATE INDEX "ix_organisations_membership_seat" ON "organisations_membership" ("seat");


CREATE INDEX "ix_organisations_obeyed_logout_expires_at" ON "organisations_obeyed_logout" ("expires_at");


CREATE UNIQUE INDEX "ix_organisations_organisation_area_code" ON "organisations_organisation" ("area", "code");


CREATE INDEX "ix_organisations_organisation_area_name_sort" ON "organisations_organisation" ("area", "name_sort");


CREATE INDEX "ix_organisations_passkey_account" ON "organisations_passkey" ("account");


CREATE INDEX "ix_organisations_person_area_folded" ON "organisations_person" ("area", "folded");


CREATE INDEX "ix_organisations_person_area_mail" ON "organisations_person" ("area", "mail");


CREATE INDEX "ix_organisations_person_area_name_sort" ON "organisations_person" ("area", "name_sort");


CREATE INDEX "ix_organisations_person_organisation" ON "organisations_person" ("organisation");


CREATE INDEX "ix_organisations_person_alias_person" ON "organisations_person_alias" ("person");


CREATE INDEX "ix_organisations_protected_name_area" ON "organisations_protected_name" ("area");


CREATE INDEX "ix_organisations_saved_view_area_person_at" ON "organisations_saved_view" ("area", "person", "at");


CREATE INDEX "ix_organisations_saved_view_person" ON "organisations_saved_view" ("person");


CREATE INDEX "ix_organisations_seat_area_body_position" ON "organisations_seat" ("area", "body", "position");


CREATE INDEX "ix_organisations_seat_body" ON "organisations_seat" ("body");


CREATE INDEX "ix_organisations_seat_organisation" ON "organisations_seat" ("organisation");


CREATE INDEX "ix_organisations_session_account" ON "organisations_session" ("account");


CREATE INDEX "ix_organisations_session_expires_at" ON "organisations_session" ("expires_at");


CREATE INDEX "ix_organisations_session_issuer_subject" ON "organisations_session" ("issuer", "subject");


CREATE UNIQUE INDEX "ix_organisations_session_key_hash" ON "organisations_session" ("key_hash");


CREATE INDEX "ix_organisations_standing_area_body" ON "organisations_standing" ("area", "body");


CREATE INDEX "ix_organisations_standing_area_person" ON "organisations_standing" ("area", "person");


CREATE INDEX "ix_organisations_standing_body" ON "organisations_standing" ("body");


CREATE INDEX "ix_organisations_standing_person" ON "organisations_standing" ("person");


CREATE INDEX "ix_organisations_system_area_name_sort" ON "organisations_system" ("area", "name_sort");


CREATE INDEX "ix_organisations_system_organisation" ON "organisations_system" ("organisation");


CREATE INDEX "ix_plans_act_assignment_id" ON "plans_act" ("assignment", "id");


CREATE INDEX "ix_plans_act_meeting" ON "plans_act" ("meeting");


CREATE INDEX "ix_plans_assignment_area_assignee_organisation" ON "plans_assignment" ("area", "assignee_organisation");


CREATE INDEX "ix_plans_assignment_area_assignee_person" ON "plans_assignment" ("area", "assignee_person");


CREATE INDEX "ix_plans_assignment_area_assignee_role_body" ON "plans_assignment" ("area", "assignee_role", "body");


CREATE INDEX "ix_plans_assignment_area_body_on_meeting" ON "plans_assignment" ("area", "body", "on", "meeting");


CREATE INDEX "ix_plans_assignment_area_due_order_id" ON "plans_assignment" ("area", "due_order", "id");


CREATE INDEX "ix_plans_assignment_area_on_id_meeting_body_due_order_state" ON "plans_assignment" ("area", "on", "id", "meeting", "body", "due_order", "state");


CREATE INDEX "ix_plans_assignment_meeting" ON "plans_assignment" ("meeting");


CREATE INDEX "ix_plans_coworker_area_person" ON "plans_coworker" ("area", "person");


CREATE INDEX "ix_plans_coworker_assignment" ON "plans_coworker" ("assignment");


CREATE INDEX "ix_plans_deadline_area_date_last" ON "plans_deadline" ("area", "date_last");


CREATE INDEX "ix_plans_deadline_meeting" ON "plans_deadline" ("meeting");


CREATE INDEX "ix_plans_deferral_area_on_id" ON "plans_deferral" ("area", "on", "id");


CREATE INDEX "ix_plans_deferral_area_to_order_id" ON "plans_deferral" ("area", "to_order", "id");


CREATE INDEX "ix_plans_deferral_body_state" ON "plans_deferral" ("body", "state");


CREATE INDEX "ix_plans_deferral_meeting" ON "plans_deferral" ("meeting");


CREATE INDEX "ix_plans_document_assignment" ON "plans_document" ("assignment");


CREATE INDEX "ix_public_feedback_area_at" ON "public_feedback" ("area", "at");


CREATE INDEX "ix_public_subscription_area_confirmed_at_asked_at" ON "public_subscription" ("area", "confirmed_at", "asked_at");


CREATE INDEX "ix_public_subscription_area_mail" ON "public_subscription" ("area", "mail");


CREATE INDEX "ix_search_entry_area_follows" ON "search_entry" ("area", "follows");


CREATE UNIQUE INDEX "ix_search_term_area_stem" ON "search_term" ("area", "stem");


CREATE INDEX "ix_search_waiting_area_id" ON "search_waiting" ("area", "id");


CREATE INDEX "ix_storage_history_area_at_number" ON "storage_history" ("area", "at", "number");


CREATE INDEX "ix_storage_history_area_by_at_number" ON "storage_history" ("area", "by", "at", "number");


CREATE INDEX "ix_storage_history_area_kind_at_number" ON "storage_history" ("area", "kind", "at", "number");


CREATE INDEX "ix_storage_history_area_subject_at_number" ON "storage_history" ("area", "subject", "at", "number");


CREATE INDEX "ix_storage_history_origin_area_at" ON "storage_history_origin" ("area", "at");


CREATE INDEX "ix_storage_outbox_done_at_due" ON "storage_outbox" ("done_at", "due");



