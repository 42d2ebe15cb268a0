comment on table identity.spring_session is 'transient: people sign in again after a restore';
comment on table identity.spring_session_attributes is 'transient: people sign in again after a restore';
comment on table identity.one_time_link is 'transient: links issued before do not work after a restore';
