; Code that is written in every way memory can be written: by pushes, interrupt frames, calls, string I/O, locked
; instructions, from another ring, through large pages, by the processor's own marking of descriptors and page tables.

%macro descriptors 0
	dq 0
%endmacro
%macro local_descriptors 0
	dq 0
%endmacro

%include "ring0.inc"

DIRECTORY	equ SPACE
LOW_TABLE	equ SPACE + 0x1000
CODE		equ SPACE + 0x4000		; code is made here
LARGE		equ 0x00800000			; a large page over the first 4 MiB

; The routine at CODE: MOV EAX, imm32; RET. Run it before and after each change.
%macro changed 1
	try %1
	call make
	call run
	mov ebp, eax
%endmacro
%macro end_changed 0
	call run
	rol ebp, 8
	xor eax, ebp
	done
%endmacro

main:
	changed "mov"
	mov dword [CODE + 1], 0x22
	end_changed
	changed "mov of a byte, unaligned"
	mov byte [CODE + 3], 0x22
	end_changed
	changed "mov across two instructions"
	mov dword [CODE + 4], 0x90C390AA
	end_changed
	changed "add"
	add dword [CODE + 1], 5
	end_changed
	changed "inc, not, neg"
	inc byte [CODE + 1]
	not byte [CODE + 2]
	neg byte [CODE + 3]
	end_changed
	changed "bts and btr"
	bts dword [CODE + 1], 20
	btr dword [CODE + 1], 0
	end_changed
	changed "xchg"
	mov ecx, 0x77
	xchg [CODE + 1], ecx
	end_changed
	changed "lock xadd"
	mov ecx, 0x100
	lock xadd [CODE + 1], ecx
	end_changed
	changed "cmpxchg"
	mov eax, 0x11
	mov ecx, 0x99
	lock cmpxchg [CODE + 1], ecx
	end_changed
	changed "cmpxchg that fails"
	mov eax, 0x12
	mov ecx, 0x99
	lock cmpxchg [CODE + 1], ecx
	end_changed
	changed "cmpxchg8b"
	mov eax, [CODE]
	mov edx, [CODE + 4]
	mov ebx, 0x004444B8
	mov ecx, 0x00C300
	lock cmpxchg8b [CODE]
	end_changed
	changed "setc"
	stc
	setc [CODE + 2]
	end_changed
	changed "shl, rol, shld"
	shl byte [CODE + 1], 1
	rol byte [CODE + 1], 3
	shld [CODE + 1], eax, 4
	end_changed
	changed "push"
	mov ebx, esp
	mov esp, CODE + 5
	push dword 0x33
	mov esp, ebx
	end_changed
	changed "pop"
	push dword 0x55
	pop dword [CODE + 1]
	end_changed
	changed "call's return address"
	mov ebx, esp
	mov esp, CODE + 5
	call .called
.called:
	mov esp, ebx
	sub dword [CODE + 1], .called
	end_changed
	changed "pusha"
	mov ebx, esp
	mov edi, 0x66
	mov esp, CODE + 1 + 32
	pushad
	mov esp, ebx
	mov byte [CODE + 5], 0xC3
	end_changed
	changed "an interrupt's frame"
	mov ebx, esp
	mov esp, CODE + 1 + 12
	point idt + 0x50 * 8, on_interrupt
	int 0x50
.interrupted:
	end_changed
	changed "enter"
	mov ebx, esp
	mov ebp, 0x3C
	mov esp, CODE + 5
	enter 0, 0
	mov esp, ebx
	xor ebp, ebp
	end_changed
	changed "movsb"
	mov esi, bytes
	mov edi, CODE + 1
	movsb
	end_changed
	changed "rep movsd over the whole"
	mov esi, other
	mov edi, CODE
	mov ecx, 2
	rep movsd
	end_changed
	changed "rep stosb"
	mov al, 5
	mov edi, CODE + 1
	mov ecx, 4
	rep stosb
	end_changed
	changed "down"
	std
	mov al, 6
	mov edi, CODE + 4
	mov ecx, 3
	rep stosb
	cld
	end_changed
	changed "insb"
	mov dx, 0x21
	mov edi, CODE + 2
	insb
	end_changed
	changed "sgdt"
	sgdt [CODE + 1]
	mov word [CODE + 3], 0
	mov byte [CODE + 5], 0xC3
	end_changed
	changed "xlat leaves it"
	mov ebx, CODE
	mov al, 1
	xlatb
	end_changed
	changed "16-bit addresses"
	mov dword [0x7000], 0x000044B8
	mov word [0x7004], 0xC300
	mov eax, 0x7000
	call eax
	mov ebx, 0x7000
	a16 mov byte [bx + 2], 0x55
	mov eax, 0x7000
	call eax
	mov [CODE + 1], eax
	end_changed

	; The instruction behind the one that writes, and the one that writes.
	try "a repeated move over the instructions behind it"
	mov byte [.behind], 0x40
	mov esi, bytes
	mov edi, .behind
	mov ecx, 3
	xor eax, eax
	rep movsb
.behind:
	inc eax
	inc eax
	inc eax
	done
	try "a loop that rewrites its own condition"
	mov ecx, 10
	xor eax, eax
.loop:
	inc eax
	cmp eax, 5
	jne .go_on
	mov byte [.branch], 0xEB	; LOOP becomes a jump to the same place: but ECX no longer counts
	mov byte [.limit + 2], 8
.go_on:
.limit:
	cmp eax, 100
	je .out
.branch:
	loop .loop
.out:
	shl ecx, 16
	or eax, ecx
	done

	; Paging: through a large page, from ring 3, and where the processor itself writes.
	mov edi, LOW_TABLE
	mov eax, 7
.identity:
	stosd
	add eax, 0x1000
	cmp edi, LOW_TABLE + 0x1000
	jb .identity
	mov dword [DIRECTORY], LOW_TABLE + 7
	mov dword [DIRECTORY + 8], 0x87
	mov eax, cr4
	or eax, 0x10
	mov cr4, eax
	mov eax, DIRECTORY
	mov cr3, eax
	mov eax, cr0
	or eax, 0x80000000
	mov cr0, eax
	changed "through a large page"
	mov byte [LARGE + CODE + 1], 0x22
	end_changed
	try "run through a large page, written through a small one"
	call make
	mov edx, LARGE + CODE
	call edx
	mov ebp, eax
	mov byte [CODE + 2], 0x31
	mov edx, LARGE + CODE
	call edx
	rol ebp, 8
	xor eax, ebp
	done
	call make
	call run
	user "from ring 3"
	mov byte [CODE + 1], 0x23
	call run
	done
	try "and run in ring 0 again"
	call run
	done
	; The entry of the page at 0x3FF000, as code: 05 iz is ADD EAX; an access turns it into AND, a prefix and an opcode.
	try "an entry of a page table, as code"
	mov dword [LOW_TABLE + 0x3FF * 4], 0x00100005
	mov byte [LOW_TABLE + 0x1000], 0
	mov byte [LOW_TABLE + 0x1001], 0xC3
	xor eax, eax
	mov edx, LOW_TABLE + 0x3FF * 4
	call edx
	mov ebp, eax
	mov ecx, [0x3FF000]
	mov eax, -1
	mov edx, LOW_TABLE + 0x3FF * 4
	call edx
	rol ebp, 4
	xor eax, ebp
	done
	try "another frame under the same code"
	call make
	call run
	mov ebp, eax
	mov dword [CODE + 0x1000], 0x007777B8
	mov word [CODE + 0x1004], 0xC300
	mov dword [LOW_TABLE + (CODE >> 12) * 4], CODE + 0x1007
	invlpg [CODE]
	call run
	rol ebp, 8
	xor eax, ebp
	mov dword [LOW_TABLE + (CODE >> 12) * 4], CODE + 7
	invlpg [CODE]
	done
	ret

make:
	mov dword [CODE], 0x000011B8	; MOV EAX, 0x11, wide
	mov dword [CODE + 1], 0x11
	mov byte [CODE + 5], 0xC3
	ret
run:
	push edx
	mov edx, CODE
	call edx
	pop edx
	ret
on_interrupt:
	mov esp, ebx
	mov byte [CODE + 5], 0xC3
	sub dword [CODE + 1], main
	jmp main.interrupted

bytes:	db 0x90, 0x48, 0x48
	align 4
other:	db 0xB8, 1, 2, 3, 4, 0xC3, 0x90, 0x90
