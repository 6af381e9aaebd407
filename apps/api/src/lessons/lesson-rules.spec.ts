import { checkedLessonText } from './lesson-rules.js';

const lesson = { title: ' Leaks ', summary: 'What a leak is.', body: '# Leaks\n', minutes: 8 };

it('takes a lesson, without the space around it', () => {
  expect(checkedLessonText(lesson, { isComplete: true })).toEqual({
    ...lesson,
    title: 'Leaks',
    body: '# Leaks',
  });
});

it('takes a draft that is not written yet', () => {
  expect(checkedLessonText({ ...lesson, summary: '', body: '' })).toMatchObject({ summary: '', body: '' });
});

it.each([
  ['title', { title: ' ' }],
  ['title', { title: 'x'.repeat(121) }],
  ['summary', { summary: '' }],
  ['body', { body: ' \n' }],
  ['body', { body: 'x'.repeat(60_001) }],
  ['body', { body: '![](/files/figures/7)' }],
  ['minutes', { minutes: 0 }],
  ['minutes', { minutes: 241 }],
])('refuses to have published what is wrong in its %s, and names it', (field, change) => {
  const publish = () => checkedLessonText({ ...lesson, ...change }, { isComplete: true });
  expect(publish).toThrow(expect.objectContaining({ details: expect.objectContaining({ field }) as object }));
});
